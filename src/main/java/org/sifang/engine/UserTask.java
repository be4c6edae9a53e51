package org.sifang.engine;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user task as the model has it, at the moment it came into being.
 *
 * @param id the engine's task id
 * @param subject the instance's business key
 * @param key element id, {@code Task_Receive}
 * @param name element name, in Chinese
 * @param group who may take it, {@code <party>/<role>} as written in the model
 * @param form form id, the file's name in {@code forms/}
 */
public record UserTask(
        String id,
        String process,
        String instance,
        UUID subject,
        String key,
        String name,
        String group,
        @Nullable String form,
        Instant createdAt) {}
