package org.sifang.notice.web;

import org.sifang.notice.NoticeCounts;
import org.sifang.organization.Actor;
import org.sifang.organization.NavigationEntry;
import org.springframework.stereotype.Component;

/** The way to the notices, with the number of drafts, reviews and signatures that wait. */
@Component
class NoticesEntry implements NavigationEntry {

    private final NoticeCounts counts;

    NoticesEntry(NoticeCounts counts) {
        this.counts = counts;
    }

    @Override
    public String id() {
        return "notices";
    }

    @Override
    public String href() {
        return "/notices";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public long count(Actor actor) {
        return counts.waiting(actor);
    }
}
