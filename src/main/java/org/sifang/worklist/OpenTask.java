package org.sifang.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task as it opens.
 *
 * @param schema the form-js form; null for a task that is done elsewhere
 * @param data values by field key; a saved draft lies over what the capability filled in
 * @param draftSavedAt when the draft in {@code data} was saved; null when there is none
 * @param mayDo whether the reader may complete it, or only look on
 */
public record OpenTask(
        WorkItem item,
        @Nullable JsonNode schema,
        Map<String, Object> data,
        @Nullable Instant draftSavedAt,
        boolean mayDo,
        TaskContext context,
        List<Panel> panels) {

    /** A fragment and its model. */
    public record Panel(String fragment, Map<String, Object> model) {}
}
