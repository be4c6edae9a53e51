package org.sifang.engine;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that failed as often as it was tried and now waits for a person.
 *
 * @param job the engine's id of it
 * @param process id of the model
 * @param processName name of the model, in Chinese
 * @param businessKey what the instance is about; null when its key is no id
 * @param step name of the step in the model, in Chinese; its element id when it has none
 * @param since when the last try failed
 */
public record Incident(
        String job,
        String process,
        String processName,
        @Nullable UUID businessKey,
        String step,
        IncidentCause cause,
        Instant since) {}
