package org.sifang.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One change to a good notice, and exactly the faults it makes. */
class DefinitionFaultsTests {

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @MethodSource("changes")
    void oneChangeMakesItsFaultsAndNoOthers(String from, String to, String faults) {
        String good = Definitions.secondText();
        assertThat(good).contains(from);

        assertThat(Definitions.shortFaults(good.replaceFirst(java.util.regex.Pattern.quote(from), to)))
                .containsExactlyInAnyOrder(faults.split("; "));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                // The head
                change("title: 关于", "titel: 关于", "title missing; titel unknownNear"),
                change("title: 关于", "colour: blue\ntitle: 关于", "colour unknown"),
                change("issuer: 150400 ", "# ", "issuer missing"),
                change("issuer: 150400 ", "issuer: ", "issuer missing"),
                change("issuer: 150400 ", "issuer: '' ", "issuer blank"),
                change("issuer: 150400 ", "issuer: 赤峰 指挥部 ", "issuer code"),
                change("issuer: 150400 ", "issuer: [150400] ", "issuer notScalar"),
                change("title: 关于", "title: " + "长".repeat(200) + "关于", "title tooLong"),
                change("title: 关于", "title: \"\\\\u0007\" # 关于", "title unprintable"),
                change("number: 示例防指〔2022〕1号", "number: a\nsupersedes: a", "supersedes supersedesItself"),
                change("07:30+08:00", "07:30", "issuedAt instantOffset"),
                change("2022-03-05T07:30+08:00", "2022-03-05 07:30", "issuedAt instantOffset"),
                change("2022-03-05T07:30+08:00", "2022-02-30T07:30+08:00", "issuedAt instant"),
                change("2022-03-05T07:30+08:00", "明天", "issuedAt instant"),
                change("2022-03-05T07:30+08:00", "1022-03-05T07:30+08:00", "issuedAt year"),
                change("title: 关于", "issuer: 1\ntitle: 关于", "issuer twice"),
                change("title: 关于", "title: !!java.net.URL 关于", "title tag; title missing"),
                change("title: 关于", "? [a, b]\n: c\ntitle: 关于", "keyNotText"),
                // Clauses
                change("ref: 第二条", "ref: 第一条", "clauses[1].ref duplicate"),
                change("ref: 第五条", "ref: 第六条", "obligations[3].clause noSuchClause"),
                change("    text: 教育", "    tekst: 教育", "clauses[4].text missing; clauses[4].tekst unknownNear"),
                // Categories and measures
                change("code: HOUSEHOLD", "code: HALL", "categories[1].code duplicate"),
                change("name: 工作人员同住人", "name: 到过展览馆", "categories[1].name duplicate"),
                change("since: 2022-02-20", "since: 2022/02/20", "categories[0].since date"),
                change("measure: home-three", "measure: home-two", "categories[1].measure noSuchMeasure"),
                change("isolation: HOME,", "isolation: HOTEL,", "measures.home-three.isolation notOneOf"),
                change("isolation: HOME,", "isolation: home,", "measures.home-three.isolation notOneOf"),
                change("minimumDays: 3", "minimumDays: three", "measures.home-three.minimumDays number"),
                change("minimumDays: 3", "minimumDays: -3", "measures.home-three.minimumDays range"),
                change("release: DAYS,", "release: ALL_NEGATIVE,", "measures.home-three.release releaseNeedsTests"),
                change(
                        "dueWithin: PT12H",
                        "dueWithin: PT0S",
                        "measures.central-seven.tests[0].dueWithin durationNotPositive"),
                change("paidBy: PUBLIC", "paidBy: NOBODY", "measures.central-seven.tests[0].paidBy notOneOf"),
                change("{afterDays: 0, ", "{", "measures.central-seven.tests[0].afterDays missing"),
                change(
                        "  home-three: {isolation",
                        "  home three: {isolation",
                        "categories[1].measure noSuchMeasure; measures[\"home three\"] code"),
                // Obligations
                change("kind: STOCK_REPORT", "kind: STOCK", "obligations[0].kind notOneOf"),
                change("    kind: STOCK_REPORT\n", "", "obligations[0].kind missing"),
                change("code: morning-report", "code: first-report", "obligations[1].code duplicate"),
                change("dueWithin: PT10H", "dueDaily: '18:00'", "obligations[0].dueDaily stockOnce"),
                change("    dueWithin: PT10H\n", "", "obligations[0] noDeadline"),
                change(
                        "dueWithin: PT10H",
                        "dueWithin: PT10H\n    due: 2022-03-06T10:00+08:00",
                        "obligations[0] severalDeadlines"),
                change("dueWithin: PT10H", "due: 2022-03-05T07:30+08:00", "obligations[0].due dueBeforeIssue"),
                change("dueWithin: PT10H", "due: 2022-03-06T10:00", "obligations[0].due instantOffset"),
                change("dueWithin: PT10H", "dueWithin: 10h", "obligations[0].dueWithin duration"),
                change("dueWithin: PT10H", "dueWithin: P9999D", "obligations[0].dueWithin durationTooLong"),
                change("dueWithin: PT10H", "dueWithin: PT10H\n    from: 2022-03-07", "obligations[0].from onlyDaily"),
                change("dueWithin: PT10H", "dueWithin: PT10H\n    opens: '08:00'", "obligations[0].opens onlyDaily"),
                change(
                        "dueWithin: PT10H",
                        "dueWithin: PT10H\n    targets: {kinds: [UNIT]}",
                        "obligations[0].targets onlyInspection"),
                change(
                        "receiptWithin: PT30M",
                        "receiptWithin: -PT30M",
                        "obligations[0].receiptWithin durationNotPositive"),
                change("ladder: fast", "ladder: slow", "obligations[0].ladder noSuchLadder"),
                change("    ladder: fast\n", "", "obligations[0].ladder noSuchLadder"),
                change("dueDaily: 11:30 ", "# ", "obligations[1].dueDaily dailyNeedsTime"),
                change("dueDaily: 11:30 ", "dueDaily: 25:00 ", "obligations[1].dueDaily time"),
                change("dueDaily: 11:30 ", "dueDaily: noon ", "obligations[1].dueDaily time"),
                change("dueDaily: 11:30 ", "dueDaily: 05:00 ", "obligations[1].opens opensTooLate"),
                change(
                        "dueDaily: 11:30 ",
                        "dueWithin: PT1H\n    dueDaily: 11:30 ",
                        "obligations[1].dueWithin dailyNothingElse"),
                change("dueDaily: \"09:00\"", "dueDaily: \"00:00\"", "obligations[2].dueDaily opensTooLate"),
                change("COMMUNITY: -PT3H", "COMMUNITY: PT3H", "obligations[1].innerDeadlines.COMMUNITY innerNotBefore"),
                change("COMMUNITY: -PT3H", "COMMUNITY: -PT1H", "obligations[1].innerDeadlines.COMMUNITY innerOrder"),
                change("COMMUNITY: -PT3H", "COMMUNITY: -PT6H", "obligations[1].innerDeadlines innerBeforeOpening"),
                change("COMMUNITY: -PT3H", "VILLAGE: -PT3H", "obligations[1].innerDeadlines.VILLAGE unknown"),
                change("from: 2022-03-07", "from: 3月7日", "obligations[2].from date"),
                change(
                        "    targets: {kinds: [UNIT], unitKinds: [SCHOOL]}\n",
                        "",
                        "obligations[3].targets inspectionNeeds"),
                change("    checklist: school-control\n", "", "obligations[3].checklist inspectionNeeds"),
                // Addressees
                change("    addressees: {kinds: [COMMAND], level: COUNTY}\n", "", "obligations[0].addressees missing"),
                change("{kinds: [COMMAND], level: COUNTY}", "everybody", "obligations[0].addressees notMapping"),
                change("{kinds: [COMMAND], level: COUNTY}", "{}", "obligations[0].addressees missing"),
                change(
                        "{kinds: [COMMAND], level: COUNTY}",
                        "{kinds: []}",
                        "obligations[0].addressees addressesEverybody"),
                change("kinds: [COMMAND]", "kinds: [COMAND]", "obligations[0].addressees.kinds[0] notOneOf"),
                change(
                        "kinds: [COMMAND]",
                        "kinds: [COMMAND, X, Y]",
                        "obligations[0].addressees.kinds[1] notOneOf; obligations[0].addressees.kinds[2] notOneOf"),
                change("kinds: [COMMAND]", "kinds: {a: b}", "obligations[0].addressees.kinds notList"),
                change("kinds: [COMMAND]", "kinds: [null]", "obligations[0].addressees.kinds[0] blank"),
                change("level: COUNTY", "level: PROVINCE", "obligations[0].addressees.level notOneOf"),
                change("level: COUNTY", "levels: [COUNTY, X]", "obligations[0].addressees.levels[1] notOneOf"),
                change("level: COUNTY", "lvl: COUNTY", "obligations[0].addressees.lvl unknownNear"),
                change("sectors: [EDUCATION]", "sectors: [SCHOOLS]", "obligations[3].addressees.sectors[0] notOneOf"),
                change("level: COUNTY", "minimumGrade: 4", "obligations[0].addressees.minimumGrade range"),
                // Ladders
                change(
                        "{at: -PT1H, action: REMIND}",
                        "{at: -PT1H, action: CIRCULATE}",
                        "ladders.fast[0].at rungTooEarly"),
                change("{at: -PT1H, action: REMIND}", "{at: PT0S, action: REMIND}", "ladders.fast[1].at rungOrder"),
                change(
                        "{at: PT10M, action: URGE}",
                        "{at: PT10M, action: MARK_OVERDUE}",
                        "ladders.fast[2].action rungTwice"),
                change("{at: PT10M, action: URGE}", "{at: PT10M, action: SHOUT}", "ladders.fast[2].action notOneOf"),
                change("{at: PT10M, action: URGE}", "{at: soon, action: URGE}", "ladders.fast[2].at duration"),
                change("{at: PT10M, action: URGE}", "{action: URGE}", "ladders.fast[2].at missing"),
                change("{at: PT10M, action: URGE}", "URGE", "ladders.fast[2] notMapping"),
                change("  mild:\n", "  mild: x\n  milder:\n", "ladders.mild notList"),
                change("  mild:\n", "  mild: []\n  milder:\n", "ladders.mild missing"));
    }

    private static Arguments change(String from, String to, String faults) {
        return arguments(from, to, faults);
    }
}
