package org.sifang.worklist.web;

import org.jspecify.annotations.Nullable;
import org.sifang.organization.Actor;
import org.sifang.worklist.WorkCounts;
import org.sifang.worklist.WorkItems;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/** The reader's numbers, counted once a page: the task list and its entry in the navigation both show them. */
@Component
@RequestScope
class SeenCounts {

    private final WorkItems items;
    private @Nullable WorkCounts counted;

    SeenCounts(WorkItems items) {
        this.items = items;
    }

    WorkCounts of(Actor reader) {
        if (counted == null) {
            counted = items.counts(reader);
        }
        return counted;
    }
}
