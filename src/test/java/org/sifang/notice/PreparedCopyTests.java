package org.sifang.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sifang.notice.Definitions.SHANGHAI;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparedCopyTests {

    @ParameterizedTest(name = "prepared at {0}: stock {1}, daily from {2}, since {3}")
    @CsvSource({
        "2026-03-10T08:00+08:00, 2026-03-10T21:00+08:00, 2026-03-11, 2026-02-23",
        "2026-03-10T20:00+08:00, 2026-03-10T21:00+08:00, 2026-03-11, 2026-02-23",
        "2026-03-10T20:01+08:00, 2026-03-11T21:00+08:00, 2026-03-12, 2026-02-24",
        "2026-03-10T23:30+08:00, 2026-03-11T21:00+08:00, 2026-03-12, 2026-02-24",
        "2026-03-09T16:30Z,      2026-03-10T21:00+08:00, 2026-03-11, 2026-02-23",
        "2020-10-12T08:00+08:00, 2020-10-12T21:00+08:00, 2020-10-13, 2020-09-27",
    })
    void theFirstDeadlineIsTodayWhileAnHourIsLeftAndEverythingMovesWithIt(
            OffsetDateTime now, OffsetDateTime stock, String from, String since) {
        NoticeDefinition copy = PreparedCopy.of(Definitions.tongliao(), now.toInstant(), SHANGHAI);

        assertThat(copy.issuedAt()).as("open until somebody signs").isNull();
        assertThat(copy.obligation("stock").orElseThrow().due()).isEqualTo(stock.toInstant());
        assertThat(copy.obligation("daily").orElseThrow().from()).isEqualTo(from);
        assertThat(copy.categories())
                .extracting(Category::since)
                .extracting(String::valueOf)
                .containsOnly(since);
        assertThat(DefinitionCheck.passed(copy, now.toInstant())).isEmpty();
    }

    @Test
    void textsAndNumberSayTheSameDatesAsTheDuties() {
        NoticeDefinition copy =
                PreparedCopy.of(Definitions.tongliao(), Instant.parse("2026-01-03T01:00:00Z"), SHANGHAI);

        assertThat(copy.number()).contains("〔2026〕").doesNotContain("2020");
        assertThat(copy.clause("三(三)").text()).contains("须在1月3日21时前");
        assertThat(copy.clause("三(一)").text()).contains("自12月19日以来");
        assertThat(copy.categories().get(0).since()).isEqualTo("2025-12-19");
    }

    @Test
    void whatHasNoDateStaysAsItWas() {
        NoticeDefinition original = Definitions.tongliao();
        NoticeDefinition copy = PreparedCopy.of(original, Instant.parse("2026-01-03T01:00:00Z"), SHANGHAI);

        assertThat(copy.title()).isEqualTo(original.title());
        assertThat(copy.measures()).isEqualTo(original.measures());
        assertThat(copy.ladders()).isEqualTo(original.ladders());
        assertThat(copy.obligation("hospitals")).isEqualTo(original.obligation("hospitals"));
    }

    @Test
    void aNoticeWithoutAFixedDeadlineMovesItsDayOfIssue() {
        NoticeDefinition copy = PreparedCopy.of(Definitions.second(), Instant.parse("2026-03-05T15:30:00Z"), SHANGHAI);

        assertThat(copy.issuedAt()).isNull();
        assertThat(copy.obligation("attendance").orElseThrow().from()).isEqualTo("2026-03-07");
        assertThat(copy.categories().get(0).since()).isEqualTo("2026-02-20");
        assertThat(copy.clause("第一条").text()).contains("自2月20日以来");
    }

    @Test
    void aCopyIsAsSoundAsItsOriginal() {
        for (NoticeDefinition original :
                new NoticeDefinition[] {Definitions.tongliao(), Definitions.chifeng(), Definitions.second()}) {
            NoticeDefinition copy = PreparedCopy.of(original, Instant.parse("2028-02-29T13:00:00Z"), SHANGHAI);

            assertThat(new DefinitionReader().read(new DefinitionWriter(SHANGHAI).yaml(copy)))
                    .isEqualTo(copy);
            assertThat(Objects.requireNonNullElse(copy.number(), "")).contains("〔2028〕");
        }
    }
}
