package org.sifang.isolation;

import org.jspecify.annotations.Nullable;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.Measure;

/**
 * What the measure of one person depends on.
 *
 * @param ordered where the notice's measure keeps people of her category
 * @param age in completed years; null when nobody wrote it down
 * @param homeSuitable whether she can be isolated at home; null while nobody has looked
 */
public record Circumstances(
        IsolationKind ordered,
        int minimumDays,
        boolean tests,
        int followUpDays,
        @Nullable Integer age,
        boolean symptoms,
        @Nullable Boolean homeSuitable) {

    static Circumstances of(Measure measure, @Nullable Integer age, boolean symptoms, @Nullable Boolean homeSuitable) {
        return new Circumstances(
                measure.isolation(),
                measure.minimumDays(),
                !measure.tests().isEmpty(),
                measure.followUpDays(),
                age,
                symptoms,
                homeSuitable);
    }
}
