package org.sifang.screening;

import java.util.Map;

/**
 * How many cases there are, by where they stand now; a case is counted in one state only, so the states add up to all.
 *
 * @param states in every state, also those without any
 * @param marks with each mark, whatever their state
 * @param today found today
 * @param declared those who declared themselves
 * @param withoutCarer open ones that no community looks after
 * @param matching those that the filter's state and mark leave
 */
public record CaseNumbers(
        Map<CaseState, Long> states,
        Map<CaseMark, Long> marks,
        long today,
        long declared,
        long withoutCarer,
        long matching) {

    public CaseNumbers {
        states = Map.copyOf(states);
        marks = Map.copyOf(marks);
    }

    public long all() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    public long in(CaseState state) {
        return states.getOrDefault(state, 0L);
    }

    public long with(CaseMark mark) {
        return marks.getOrDefault(mark, 0L);
    }
}
