package org.sifang.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sifang.inspection.Checklist.Item;
import org.sifang.inspection.Checklist.Section;

/** What a visit comes to. */
class VisitScoreTests {

    private static final Checklist LIST = new Checklist(
            "c",
            "表",
            80,
            List.of(new Section(
                    "一",
                    List.of(
                            new Item("minor", "甲", "看", Severity.MINOR, 10, null, null),
                            new Item("major", "乙", "看", Severity.MAJOR, 30, null, null),
                            new Item("severe", "丙", "看", Severity.SEVERE, 60, null, null)))));

    @ParameterizedTest
    @CsvSource({
        "OK, OK, OK, 100.0, true",
        "PROBLEM, OK, OK, 90.0, true",
        "OK, PROBLEM, OK, 70.0, false",
        "OK, OK, PROBLEM, 40.0, false",
        "NOT_APPLICABLE, PROBLEM, OK, 66.7, false",
        "NOT_APPLICABLE, NOT_APPLICABLE, OK, 100.0, true",
    })
    void pointsOfWhatAppliesAndNothingSevere(Answer minor, Answer major, Answer severe, String points, boolean passed) {
        VisitScore score = VisitScore.of(LIST, Map.of("minor", minor, "major", major, "severe", severe));

        assertThat(String.valueOf(score.points())).isEqualTo(points);
        assertThat(score.passed()).isEqualTo(passed);
    }

    @Test
    void whereNothingAppliesThereIsNoScore() {
        assertThat(VisitScore.of(LIST, Map.of()).points()).isNull();
    }
}
