package org.sifang.notice;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happens around a deadline, in the order of time; people may be reminded and urged more than once. */
public record Ladder(List<Rung> rungs) {

    public Ladder {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("A ladder has at least one rung");
        }
        Set<LadderAction> seen = EnumSet.noneOf(LadderAction.class);
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            if (rung.index() != i + 1) {
                throw new IllegalArgumentException("Rung " + (i + 1) + " says it is rung " + rung.index());
            }
            if (i > 0 && rung.at().compareTo(rungs.get(i - 1).at()) <= 0) {
                throw new IllegalArgumentException("Rung " + (i + 1) + " does not come after the one before it");
            }
            if (!seen.add(rung.action()) && rung.action().happensOnce()) {
                throw new IllegalArgumentException(rung.action() + " stands on two rungs");
            }
        }
    }

    /** The rungs above the given one, in their order; after 0 all of them. */
    public List<Rung> rungsAfter(int index) {
        return rungs.subList(Math.min(Math.max(index, 0), rungs.size()), rungs.size());
    }

    /** The rung to climb next from the given one; nothing when the top is reached. */
    public Optional<Rung> next(int index) {
        return rungsAfter(index).stream().findFirst();
    }

    /** @param index from 1 to the number of rungs */
    public Rung rung(int index) {
        return rungs.get(index - 1);
    }
}
