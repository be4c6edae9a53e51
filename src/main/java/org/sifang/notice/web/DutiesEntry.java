package org.sifang.notice.web;

import java.time.Clock;
import org.sifang.notice.NoticeCounts;
import org.sifang.organization.Actor;
import org.sifang.organization.NavigationEntry;
import org.springframework.stereotype.Component;

/** The way to the duties, with the number of those that are overdue. */
@Component
class DutiesEntry implements NavigationEntry {

    private final NoticeCounts counts;
    private final Clock clock;

    DutiesEntry(NoticeCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "duties";
    }

    @Override
    public String href() {
        return "/duties";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public long count(Actor actor) {
        return counts.overdue(actor, clock.instant());
    }
}
