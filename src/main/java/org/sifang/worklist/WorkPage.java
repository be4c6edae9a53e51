package org.sifang.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of tasks in the order of their due times; {@code next} is the cursor of the following page, if any. */
public record WorkPage(List<WorkItem> items, @Nullable String next) {

    public WorkPage {
        items = List.copyOf(items);
    }
}
