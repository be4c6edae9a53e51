package org.sifang.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;

/**
 * A task of the list.
 *
 * @param id the engine's task id
 * @param name what has to be done, in the model's words
 * @param scopeKey the group it waits for, {@code <organisation>/<role>}
 * @param assignee user name of the person it is given to; a colleague of the group may take it over
 */
public record WorkItem(
        String id,
        String process,
        UUID subject,
        String taskKey,
        @Nullable String form,
        String name,
        String title,
        String detail,
        @Nullable UUID notice,
        @Nullable String clause,
        String organization,
        String organizationName,
        DivisionCode division,
        @Nullable String sector,
        String scopeKey,
        @Nullable String assignee,
        @Nullable String assigneeName,
        Instant dueAt,
        Instant createdAt,
        @Nullable Instant completedAt,
        boolean removed) {

    public boolean open() {
        return completedAt == null;
    }
}
