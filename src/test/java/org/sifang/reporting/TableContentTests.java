package org.sifang.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sifang.person.DocumentType;

class TableContentTests {

    @Test
    void theSameTableHasTheSameHashOnEveryMachineAndInEveryVersion() {
        assertThat(TableContent.of(head("全区已排查", null), ReportSamples.rows(2)).hash())
                .isEqualTo("fb8b123cb25c27b39d1d40c27ace047a4593cd49d26138df6a47e5e06b643d2d");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        List<ReportRow> rows = List.of(
                ReportSamples.row(0),
                new ReportRow(
                        new UUID(1, 2),
                        DocumentType.PASSPORT,
                        "O'Neil \"Ann\"\n\\",
                        null,
                        null,
                        "E12345678",
                        "+81 90",
                        "行\u001f间,\t[]",
                        "A",
                        "类别"));

        assertThat(TableContent.of(head(null, null), rows).rows()).containsExactlyElementsOf(rows);
    }

    @Test
    void everyValueCounts() {
        String hash = TableContent.of(head("甲", null), ReportSamples.rows(2)).hash();

        assertThat(TableContent.of(head("乙", null), ReportSamples.rows(2)).hash())
                .isNotEqualTo(hash);
        assertThat(TableContent.of(head("甲", "ab"), ReportSamples.rows(2)).hash())
                .isNotEqualTo(hash);
        assertThat(TableContent.of(head("甲", null), ReportSamples.rows(3)).hash())
                .isNotEqualTo(hash);
        assertThat(TableContent.of(head("甲", null), List.of(ReportSamples.row(1), ReportSamples.row(0)))
                        .hash())
                .isNotEqualTo(hash);
    }

    @Test
    void itPrintsNobody() {
        TableContent content = TableContent.of(head(null, null), ReportSamples.rows(1));

        assertThat(content.toString()).doesNotContain("包·其木格");
        assertThat(ReportSamples.row(0).toString()).doesNotContain("包·其木格", ReportSamples.idNumber(0));
    }

    private static TableContent.Head head(@Nullable String remark, @Nullable String main) {
        return new TableContent.Head(
                "150502〔2020〕1号",
                new UUID(0, 1),
                "stock",
                "150502",
                "2020-10-12",
                1,
                main == null ? 0 : 1,
                "2020-10-12T12:40:00Z",
                false,
                remark,
                main);
    }
}
