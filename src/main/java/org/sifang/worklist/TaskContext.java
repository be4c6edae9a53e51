package org.sifang.worklist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a task's form.
 *
 * @param clauseText the clause that orders it, as worded
 * @param link page of the subject
 * @param subjects ids whose journal is the history to show
 */
public record TaskContext(
        @Nullable String clauseText, String link, List<Step> steps, List<Fact> facts, List<String> subjects) {

    public TaskContext {
        steps = List.copyOf(steps);
        facts = List.copyOf(facts);
        subjects = List.copyOf(subjects);
    }

    /** One step of the subject's way; {@code label} is a message key. */
    public record Step(
            String label,
            Progress progress,
            @Nullable Instant at,
            @Nullable String who) {}

    /** How far a step is. */
    public enum Progress {
        DONE,
        NOW,
        AHEAD
    }

    /**
     * A line of the facts: {@code label} is a message key; the value is text, an instant, a number or a
     * {@link TextKey}.
     */
    public record Fact(String label, Object value, @Nullable String link) {}

    /** A value that is itself a message key. */
    public record TextKey(String key) {}

    static TaskContext none(UUID subject) {
        return new TaskContext(null, "/", List.of(), List.of(), List.of(subject.toString()));
    }
}
