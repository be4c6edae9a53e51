package org.sifang.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a task list is narrowed to; every part may be missing.
 *
 * @param text searched in name, title, detail, organisation, clause and responsible person
 * @param due {@code overdue}, {@code hour} (within the next) or {@code day} (within the next 24 hours)
 */
public record WorkFilter(
        @Nullable String text,
        @Nullable String process,
        @Nullable UUID notice,
        @Nullable String organization,
        @Nullable String due) {

    public static final WorkFilter NONE = new WorkFilter(null, null, null, null, null);
}
