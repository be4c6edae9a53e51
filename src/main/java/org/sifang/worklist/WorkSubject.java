package org.sifang.worklist;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;

/**
 * What a process instance is about, as the task list shows it.
 *
 * @param title what has to be done about, such as the notice's title; no personal data
 * @param detail a second line
 * @param parties who takes part, by the word the models use for them ({@code ADDRESSEE}, {@code ISSUER}, …)
 * @param dueAt by when, unless {@code dueByTask} names the task's element id
 */
public record WorkSubject(
        UUID id,
        String title,
        String detail,
        @Nullable UUID notice,
        @Nullable String clause,
        Map<String, Party> parties,
        Instant dueAt,
        Map<String, Instant> dueByTask) {

    /**
     * An organisation that takes part.
     *
     * @param responsible user name of the person its tasks are given to; null leaves them to the group
     */
    public record Party(
            String organization,
            String name,
            DivisionCode division,
            @Nullable String sector,
            @Nullable String responsible) {}

    public WorkSubject {
        parties = Map.copyOf(parties);
        dueByTask = Map.copyOf(dueByTask);
    }

    Party party(String word) {
        Party party = parties.get(word);
        if (party == null) {
            throw new IllegalStateException("Nobody is " + word + " of this subject");
        }
        return party;
    }

    Instant dueAt(String taskKey) {
        return dueByTask.getOrDefault(taskKey, dueAt);
    }
}
