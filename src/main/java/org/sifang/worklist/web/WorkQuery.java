package org.sifang.worklist.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.worklist.WorkCounts;
import org.sifang.worklist.WorkFilter;

/**
 * What the address of the task list says.
 *
 * @param list {@code mine}, {@code group} or {@code done}
 * @param after cursor of the page before
 */
record WorkQuery(
        @Nullable String list,
        @Nullable String q,
        @Nullable String process,
        @Nullable String notice,
        @Nullable String organization,
        @Nullable String due,
        @Nullable String after) {

    /** The list to show. Whoever has nothing of his own begins with what waits for his groups. */
    String shown(WorkCounts counts) {
        if (list == null) {
            return counts.mine() == 0 && counts.group() > 0 ? "group" : "mine";
        }
        return switch (list) {
            case "group" -> "group";
            case "done" -> "done";
            default -> "mine";
        };
    }

    WorkFilter filter() {
        return new WorkFilter(given(q), given(process), id(notice), given(organization), given(due));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Null for a text that is no id: an address somebody cut off shows the whole list. */
    private static @Nullable UUID id(@Nullable String text) {
        try {
            return given(text) == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }
}
