package org.sifang.screening;

import java.util.Collection;

/**
 * Counts of an import; {@code rows} is always the sum of the five outcomes.
 *
 * @param cases people who are new for the notice, whether their rows count as created or as conflicting
 */
public record Tally(int rows, int created, int updated, int unchanged, int conflicting, int rejected, int cases) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    public Tally {
        if (rows != created + updated + unchanged + conflicting + rejected) {
            throw new IllegalArgumentException("The outcomes must add up to the rows");
        }
    }

    static Tally of(Collection<RowResult> results) {
        int[] counts = new int[Outcome.values().length];
        int cases = 0;
        for (RowResult result : results) {
            counts[result.outcome().ordinal()]++;
            cases += result.fresh() ? 1 : 0;
        }
        return new Tally(results.size(), counts[0], counts[1], counts[2], counts[3], counts[4], cases);
    }

    /** Whether nothing at all is different from before. */
    public boolean changedNothing() {
        return created == 0 && updated == 0 && cases == 0;
    }
}
