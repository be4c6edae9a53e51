package org.sifang.worklist.web;

import java.time.Instant;
import java.util.Optional;
import org.sifang.organization.Actor;
import org.sifang.organization.NavigationEntry;
import org.sifang.worklist.CutOff;
import org.sifang.worklist.WorkCounts;
import org.sifang.worklist.WorkItem;
import org.sifang.worklist.WorkItems;
import org.springframework.stereotype.Component;

/** The way to one's own work, and the next task of one's groups as the hour to keep in sight. */
@Component
class WorkEntry implements NavigationEntry, CutOff.Source {

    private final WorkItems items;
    private final SeenCounts counts;
    private final TaskNames names;

    WorkEntry(WorkItems items, SeenCounts counts, TaskNames names) {
        this.items = items;
        this.counts = counts;
        this.names = names;
    }

    @Override
    public String id() {
        return "work";
    }

    @Override
    public String href() {
        return "/";
    }

    @Override
    public int order() {
        return 10;
    }

    /** His own; where he has none, those of his groups. */
    @Override
    public long count(Actor actor) {
        WorkCounts counts = this.counts.of(actor);
        return counts.mine() > 0 ? counts.mine() : counts.group();
    }

    @Override
    public Optional<CutOff> next(Actor actor, Instant now) {
        return items.next(actor, now).map(this::cutOff);
    }

    private CutOff cutOff(WorkItem item) {
        return new CutOff(names.of(item), item.dueAt(), "/tasks/" + item.id());
    }
}
