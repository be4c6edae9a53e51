package org.sifang.inspection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Checklist.Item;

/**
 * What a checklist comes to.
 *
 * @param points share of the points reached among the items that apply, 0 to 100, one digit; null when none applied
 * @param passed reaches the list's mark and nothing severe is wrong
 */
public record VisitScore(@Nullable BigDecimal points, boolean passed) {

    private static final int WHOLE = 100;

    /** Items without an answer count as not applicable. */
    public static VisitScore of(Checklist list, Map<String, Answer> answers) {
        int reached = 0;
        int possible = 0;
        boolean severe = false;
        for (Item item : list.items()) {
            Answer answer = answers.getOrDefault(item.code(), Answer.NOT_APPLICABLE);
            if (answer == Answer.NOT_APPLICABLE) {
                continue;
            }
            possible += item.points();
            if (answer == Answer.OK) {
                reached += item.points();
            } else if (item.severity() == Severity.SEVERE) {
                severe = true;
            }
        }
        if (possible == 0) {
            return new VisitScore(null, true);
        }
        BigDecimal points = BigDecimal.valueOf((long) reached * WHOLE)
                .divide(BigDecimal.valueOf(possible), 1, RoundingMode.HALF_UP);
        return new VisitScore(points, !severe && points.compareTo(BigDecimal.valueOf(list.pass())) >= 0);
    }
}
