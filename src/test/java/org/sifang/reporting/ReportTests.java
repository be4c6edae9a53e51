package org.sifang.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sifang.kernel.StateConflictException;

class ReportTests {

    @Test
    void aReportIsADraftUntilSomethingIsHandedInAndAgainWhenItCameBack() {
        assertThat(ReportSamples.report(List.of()).state()).isEqualTo(ReportState.DRAFT);
        Report returned = ReportSamples.report(List.of(ReportSamples.table(1, 0, 2, ReportSamples.EVENING)));
        assertThat(returned.state()).isEqualTo(ReportState.DRAFT);
        assertThat(returned.people()).isZero();
        assertThat(returned.nextVersion()).isEqualTo(2);
        assertThatThrownBy(returned::requireMain).isInstanceOf(StateConflictException.class);
    }

    @Test
    void supplementsCountWithTheirMainTable() {
        Report report = ReportSamples.report(List.of(
                ReportSamples.table(1, 0, 9, ReportSamples.EVENING),
                ReportSamples.table(2, 0, 2, null),
                ReportSamples.table(2, 1, 3, null)));

        assertThat(report.state()).isEqualTo(ReportState.SUPPLEMENTED);
        assertThat(report.people()).isEqualTo(5);
        assertThat(report.withdrawn()).hasSize(1);
    }

    @Test
    void aZeroReportThatWasSupplementedIsNoLongerZero() {
        FrozenTable zero = ReportSamples.table(1, 0, 0, null);

        assertThat(ReportSamples.report(List.of(zero)).zero()).isTrue();
        assertThat(ReportSamples.report(List.of(zero, ReportSamples.table(1, 1, 1, null)))
                        .zero())
                .isFalse();
        assertThat(ReportSamples.report(List.of()).zero()).isFalse();
    }

    @Test
    void theHashIsShortOnPaper() {
        assertThat(ReportSamples.table(1, 0, 1, null).shortHash()).isEqualTo("9f86 d081 884c 7d65");
    }
}
