package org.sifang.inspection;

import java.util.EnumMap;
import java.util.Map;

/** How many findings stand where, and how many of all were found before. */
public record FindingTally(Map<FindingState, Long> states, long repeated) {

    public FindingTally {
        states = states.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(states));
    }

    public long of(FindingState state) {
        return states.getOrDefault(state, 0L);
    }

    public long all() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    public long closed() {
        return of(FindingState.CLOSED);
    }

    public long overdue() {
        return of(FindingState.OVERDUE);
    }

    public long open() {
        return all() - of(FindingState.CLOSED);
    }

    /** Whole percent struck off of all; 0 while there is none. */
    public long closedPercent() {
        return all() == 0 ? 0 : Math.round(100.0 * of(FindingState.CLOSED) / all());
    }
}
