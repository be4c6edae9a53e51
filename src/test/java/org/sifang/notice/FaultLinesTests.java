package org.sifang.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultLinesTests {

    private static final String YAML = """
            title: 通知
            clauses:
              - {ref: 一, text: 甲}
              - ref: 二
                text: 乙
            "odd name": 1
            """;

    @ParameterizedTest
    @CsvSource({
        "title, 1",
        "clauses, 2",
        "clauses[0], 3",
        "clauses[0].text, 3",
        "clauses[1].text, 5",
        "clauses[1].missing, 4",
        "clauses[1].text.deeper[7], 5",
        "'[\"odd name\"]', 6",
    })
    void aPathLiesWhereItStandsOrWhereItIsMissing(String path, int line) {
        assertThat(FaultLines.of(YAML).line(path)).contains(line);
    }

    @Test
    void jsonIsFoundInJustAsWell() {
        assertThat(FaultLines.of("{\"title\": \"x\",\n \"clauses\": [\n  {\"ref\": 1}]}")
                        .line("clauses[0].ref"))
                .contains(3);
    }

    @Test
    void whatCannotBeReadHasNoLines() {
        assertThat(FaultLines.of("a: [").line("a")).isEmpty();
        assertThat(FaultLines.of("").line("a")).isEmpty();
        assertThat(FaultLines.of(YAML).line("")).isEmpty();
        assertThat(FaultLines.of("[".repeat(100_000)).line("a")).isEmpty();
        assertThat(FaultLines.of("a: &a [*a]").line("a")).contains(1);
    }
}
