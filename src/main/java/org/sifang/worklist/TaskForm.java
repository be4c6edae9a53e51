package org.sifang.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.sifang.organization.Actor;

/** Answered by each capability for its forms: what stands in one when it opens, and what follows when it is sent. */
public interface TaskForm {

    /** Form id, the file's name in {@code forms/}. */
    String form();

    /** What is asked: the file's schema, unless that depends on the subject. */
    default JsonNode schema(UUID subject, JsonNode file) {
        return file;
    }

    /** Values by field key. */
    Map<String, Object> open(UUID subject, Actor reader);

    /**
     * Takes values that the schema has already found in order, does what they say and moves the process on.
     *
     * @throws org.sifang.kernel.FaultsException with paths that are field keys
     * @throws org.sifang.kernel.StateConflictException when the subject has moved on meanwhile
     */
    void submit(UUID subject, Map<String, Object> values, Actor by, Instant now);
}
