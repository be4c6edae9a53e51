package org.sifang.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sifang.notice.Definitions.SHANGHAI;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;

class DefinitionWriterTests {

    private static final String[] ODD_TEXTS = {
        "150500",
        "007",
        "1e3",
        "18:00",
        "yes",
        "null",
        "~",
        "- a",
        "a: b",
        "#x",
        "'",
        "\"",
        "{}",
        "[",
        "!!str",
        "&a",
        "*a",
        "%",
        "@",
        "`",
        "2020-10-12",
        "包·其木格𠮷",
        "第一行\n第二行",
        "第一行\n\n  缩进\n",
        "：",
        "a #b",
        "|",
        ">",
        "\\",
        "=",
        "<<",
        "…"
    };

    private final DefinitionReader reader = new DefinitionReader();
    private final DefinitionWriter writer = new DefinitionWriter(SHANGHAI);

    @ParameterizedTest
    @MethodSource("shipped")
    void whatIsReadBackIsWhatWasWritten(NoticeDefinition definition) {
        assertThat(reader.read(writer.yaml(definition))).isEqualTo(definition);
        assertThat(reader.read(writer.json(definition))).isEqualTo(definition);
    }

    static Stream<NoticeDefinition> shipped() {
        return Stream.of(Definitions.tongliao(), Definitions.chifeng(), Definitions.second());
    }

    @RepeatedTest(200)
    void anyDefinitionComesBack(RepetitionInfo repetition) {
        NoticeDefinition definition = random(new Random(repetition.getCurrentRepetition()));

        assertThat(reader.read(writer.yaml(definition))).isEqualTo(definition);
        assertThat(reader.read(writer.json(definition))).isEqualTo(definition);
    }

    @Test
    void writesAsPeopleDo() {
        assertThat(writer.yaml(Definitions.tongliao()))
                .contains("due: 2020-10-12T21:00+08:00", "issuer: '150500'", "dueWithin: P7D", "dueDaily: '18:00'")
                .contains("addressees: {kinds: [COMMAND], levels: [COUNTY]}", "    - {at: -PT2H, action: REMIND}")
                .doesNotContain("null", "!!", "supersedes");
    }

    private static NoticeDefinition random(Random random) {
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            clauses.add(new Clause("第" + i, text(random)));
        }
        Map<String, Measure> measures = new LinkedHashMap<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            measures.put("m." + i, measure(random));
        }
        List<Category> categories = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            LocalDate since =
                    random.nextBoolean() ? null : LocalDate.of(2020, 1, 1).plusDays(random.nextInt(999));
            categories.add(new Category(i + "", i + "类", any(random, clauses).ref(), since, "m.0"));
        }
        Map<String, Ladder> ladders = new LinkedHashMap<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            ladders.put("阶梯" + i, ladder(random));
        }
        List<Obligation> obligations = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            obligations.add(obligation(random, "o" + i, any(random, clauses).ref()));
        }
        return new NoticeDefinition(
                random.nextBoolean() ? null : oneLine(random),
                oneLine(random),
                "150500",
                random.nextBoolean() ? null : Instant.parse("2020-10-01T00:00:01Z"),
                random.nextBoolean() ? null : "另一号",
                clauses,
                categories,
                measures,
                obligations,
                ladders);
    }

    private static Measure measure(Random random) {
        List<TestPlan> tests = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            tests.add(new TestPlan(i, any(random, List.of(Payer.values())), span(random)));
        }
        return new Measure(
                any(random, List.of(IsolationKind.values())),
                random.nextInt(20),
                tests,
                tests.isEmpty() ? ReleaseRule.DAYS : any(random, List.of(ReleaseRule.values())),
                random.nextInt(20));
    }

    private static Ladder ladder(Random random) {
        List<Rung> rungs = new ArrayList<>();
        Duration at = span(random).negated();
        for (LadderAction action : LadderAction.values()) {
            if (action == LadderAction.MARK_OVERDUE) {
                at = Duration.ZERO;
            }
            if (action == LadderAction.REMIND && random.nextBoolean()) {
                continue;
            }
            rungs.add(new Rung(rungs.size() + 1, at, action));
            at = at.plus(span(random));
        }
        return new Ladder(rungs);
    }

    private static Obligation obligation(Random random, String code, String clause) {
        ObligationKind kind = any(random, List.of(ObligationKind.values()));
        boolean daily = kind == ObligationKind.DAILY_REPORT || kind == ObligationKind.CONFIRM && random.nextBoolean();
        boolean fixed = random.nextBoolean();
        Map<String, Duration> inner = new LinkedHashMap<>();
        if (daily && random.nextBoolean()) {
            inner.put("COUNTY", Duration.ofMinutes(-1 - random.nextInt(60)));
            inner.put("COMMUNITY", Duration.ofMinutes(-61 - random.nextInt(60)));
        }
        return new Obligation(
                code,
                clause,
                kind,
                rule(random),
                random.nextBoolean() ? null : span(random),
                daily || !fixed ? null : Instant.parse("2021-01-01T00:00:00Z").plusSeconds(random.nextInt(99999)),
                daily || fixed ? null : span(random),
                daily ? LocalTime.of(12 + random.nextInt(12), random.nextInt(60)) : null,
                daily && random.nextBoolean() ? LocalDate.of(2020, 10, 1 + random.nextInt(30)) : null,
                daily && random.nextBoolean() ? LocalTime.of(random.nextInt(8), random.nextInt(60)) : null,
                inner,
                "阶梯0",
                kind == ObligationKind.INSPECTION ? rule(random) : null,
                kind == ObligationKind.INSPECTION ? "c" : null);
    }

    private static AddresseeRule rule(Random random) {
        return new AddresseeRule(
                some(random, List.of(OrganizationKind.values())),
                some(random, List.of(OrganizationLevel.values())),
                Set.of("150502"),
                some(random, DefinitionReader.SECTORS),
                some(random, List.of("SCHOOL", "学校")),
                random.nextBoolean() ? null : 1 + random.nextInt(3));
    }

    private static <T> Set<T> some(Random random, List<T> all) {
        Set<T> some = new LinkedHashSet<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            some.add(any(random, all));
        }
        return some;
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Duration span(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Duration.ofDays(1 + random.nextInt(30));
            case 1 -> Duration.ofMinutes(1 + random.nextInt(10000));
            default -> Duration.ofSeconds(1 + random.nextInt(10000));
        };
    }

    private static String oneLine(Random random) {
        return text(random).replace('\n', ' ');
    }

    private static String text(Random random) {
        return (ODD_TEXTS[random.nextInt(ODD_TEXTS.length)] + ODD_TEXTS[random.nextInt(ODD_TEXTS.length)]).strip();
    }
}
