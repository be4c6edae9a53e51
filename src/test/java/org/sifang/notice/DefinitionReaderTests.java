package org.sifang.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.OrganizationLevel;

class DefinitionReaderTests {

    private static final String SMALLEST = """
            title: 通知
            issuer: 150500
            clauses: [{ref: 一, text: 条款}]
            obligations:
              - {code: plan, clause: 一, kind: DOCUMENT, addressees: {level: COUNTY}, dueWithin: P7D}
            ladders:
              default: [{at: PT0S, action: MARK_OVERDUE}]
            """;

    private static final String SMALLEST_JSON = """
            {"title": "通知", "issuer": 150500, "issuedAt": null, "categories": [], "measures": {},
             "clauses": [{"ref": "一", "text": "条款"}],
             "obligations": [{"code": "check", "clause": "一", "kind": "SELF_CHECK",
               "addressees": {"kinds": [], "levels": ["COUNTY"], "codes": []}, "dueDaily": 1080}],
             "ladders": {"default": [{"at": "PT0S", "action": "MARK_OVERDUE"}]}}
            """;

    private final DefinitionReader reader = new DefinitionReader();

    @Test
    void aNoticeNeedsLittle() {
        NoticeDefinition notice = reader.read(SMALLEST);

        assertThat(notice.number()).isNull();
        assertThat(notice.issuer()).isEqualTo("150500");
        assertThat(notice.obligations().get(0).ladder()).isEqualTo("default");
        assertThat(notice.obligations().get(0).addressees().levels()).containsExactly(OrganizationLevel.COUNTY);
    }

    @Test
    void everyFaultIsReportedAtOnce() {
        String text = """
                titel: 通知
                issuedAt: 2020-10-12T09:00
                clauses: [{ref: 一, text: 条款}]
                categories:
                  - {code: A, name: 甲, clause: 九, since: 27.9.2020, measure: none}
                obligations:
                  - {code: stock, clause: 一, kind: STOCK_REPORT, addressees: {kinds: [COMAND]}, due: 2020-10-12}
                  - {code: stock, clause: 三, kind: DAILY_REPORT, addressees: {level: COUNTY}, dueWithin: 1h, ladder: x}
                  - {code: visit, clause: 一, kind: INSPECTION, addressees: {minimumGrade: 9}}
                ladders:
                  default: [{at: PT0S, action: MARK_OVERDUE}, {at: -PT1H, action: REMIND}]
                """;

        assertThat(Definitions.shortFaults(text))
                .containsExactlyInAnyOrder(
                        "title missing",
                        "titel unknownNear",
                        "issuer missing",
                        "issuedAt instantOffset",
                        "measures missing",
                        "categories[0].clause noSuchClause",
                        "categories[0].since date",
                        "obligations[0].addressees.kinds[0] notOneOf",
                        "obligations[0].due instant",
                        "obligations[1].code duplicate",
                        "obligations[1].clause noSuchClause",
                        "obligations[1].dueDaily dailyNeedsTime",
                        "obligations[1].dueWithin duration",
                        "obligations[1].dueWithin dailyNothingElse",
                        "obligations[1].ladder noSuchLadder",
                        "obligations[2] noDeadline",
                        "obligations[2].targets inspectionNeeds",
                        "obligations[2].checklist inspectionNeeds",
                        "obligations[2].addressees.minimumGrade range",
                        "ladders.default[1].at rungOrder");
    }

    @Test
    void whatIsMissingAltogetherIsNamedOnce() {
        assertThat(Definitions.shortFaults("number: 1"))
                .containsExactlyInAnyOrder(
                        "title missing",
                        "issuer missing",
                        "clauses missing",
                        "obligations missing",
                        "ladders noLadders");
        assertThat(Definitions.shortFaults(SMALLEST.replaceAll("(?s)ladders:.*", "ladders: {}")))
                .containsExactly("ladders noLadders");
        assertThat(Definitions.shortFaults(
                        SMALLEST.replaceAll("(?s)obligations:.*ladders", "obligations: []\nladders")))
                .containsExactly("obligations missing");
    }

    @Test
    void reportsNeedCategories() {
        assertThat(Definitions.shortFaults(SMALLEST.replace("kind: DOCUMENT", "kind: STOCK_REPORT")))
                .containsExactly("obligations[0].kind reportNeedsCategories");
    }

    @Test
    void jsonIsTakenByItsTypeOrItsLook() {
        byte[] content = SMALLEST_JSON.getBytes(StandardCharsets.UTF_8);

        for (String type : new String[] {"application/json", "application/yaml", "text/plain;charset=UTF-8", null}) {
            NoticeDefinition notice = reader.read(content, type);
            assertThat(notice.issuer()).isEqualTo("150500");
            assertThat(notice.obligations().get(0).dueDaily())
                    .as("what YAML 1.1 makes of 18:00")
                    .isEqualTo(LocalTime.of(18, 0));
        }
    }

    @Test
    void yamlInBracesIsYaml() {
        assertThat(reader.read("{title: 通知, issuer: 1, clauses: [{ref: 一, text: 条款}],"
                                + " obligations: [{code: a, clause: 一, kind: CONFIRM, addressees: {codes: 150502}, dueWithin: PT1H}],"
                                + " ladders: {default: [{at: PT0S, action: MARK_OVERDUE}]}}")
                        .obligations())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"18:00", "\"18:00\"", "18：00", "18:00:00", "!!str 18:00"})
    void anHourMayBeWrittenInSeveralWays(String hour) {
        String text = SMALLEST.replace("dueWithin: P7D", "dueDaily: " + hour);

        assertThat(reader.read(text).obligations().get(0).dueDaily()).isEqualTo(LocalTime.of(18, 0));
    }

    @Test
    void anIntegerInYamlIsNoHour() {
        assertThat(Definitions.shortFaults(SMALLEST.replace("dueWithin: P7D", "dueDaily: 1080")))
                .containsExactly("obligations[0].dueDaily time");
    }

    @Test
    void encodingsWithAndWithoutByteOrderMark() {
        String marked = "\uFEFF" + SMALLEST;

        assertThat(reader.read(marked.getBytes(StandardCharsets.UTF_8), null).title())
                .isEqualTo("通知");
        assertThat(reader.read(marked.getBytes(StandardCharsets.UTF_16LE), null).title())
                .isEqualTo("通知");
        assertThat(reader.read(marked).title()).isEqualTo("通知");
        assertRefused(SMALLEST.getBytes(Charset.forName("GB18030")), "fault.notice.encoding");
    }

    @Test
    void syntaxFaultsSayWhere() {
        assertThat(Definitions.faults("title: 通知\nissuer: [1\nclauses: 2"))
                .containsExactly(Fault.at("", "fault.notice.yamlSyntax", 3, 8));
        assertThat(Definitions.faults("title: 通知\nclauses:\n\t- ref: 一"))
                .containsExactly(Fault.at("", "fault.notice.yamlTab", 3, 1));
        assertThat(Definitions.faults("{\"title\": \"a\",\n \"issuer\": }"))
                .containsExactly(Fault.at("", "fault.notice.jsonSyntax", 2, 12));
        assertThat(Definitions.shortFaults("{\"title\": \"a\"")).containsExactly("jsonSyntax");
        assertThat(Definitions.shortFaults("{\"title\": \"a\"} {}")).containsExactly("jsonSyntax");
        assertThat(Definitions.shortFaults("a: 1\n---\nb: 2")).containsExactly("yamlSyntax");
        assertThat(Definitions.shortFaults("title: \u0001")).containsExactly("yamlRefused");
    }

    @Test
    void duplicatesAreFaultsAmongTheOthers() {
        assertThat(Definitions.shortFaults(SMALLEST + "title: 又一个\nnumbr: 1"))
                .containsExactlyInAnyOrder("title twice", "numbr unknownNear");
        assertThat(Definitions.shortFaults(SMALLEST_JSON.replace("\"issuer\"", "\"title\": \"x\", \"issuer\"")))
                .containsExactly("title twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "# nothing but a comment"})
    void nothingIsSaidToBeNothing(String text) {
        assertThat(Definitions.faults(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"通知", "[1, 2]", "42", "[]", "\"a\""})
    void somethingElseIsRefused(String text) {
        assertThat(Definitions.shortFaults(text)).containsExactly("notMapping");
    }

    @Test
    void bombsAreRefusedQuickly() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String alias = "*a" + (i - 1);
            laughs.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, alias))));
        }
        assertThat(Definitions.shortFaults(laughs.toString())).containsExactly("yamlRefused");
        assertThat(Definitions.shortFaults("a0: &a [x]\na1: &b [*a, *a, *a, *a, *a, *a, *a, *a]\n"
                        + "a2: &c [*b, *b, *b, *b, *b, *b, *b, *b]\na3: &d [*c, *c, *c, *c, *c, *c, *c, *c]\n"
                        + "a4: &e [*d, *d, *d, *d, *d, *d, *d, *d]\na5: &f [*e, *e, *e, *e, *e, *e, *e, *e]\n"
                        + "a6: [*f, *f, *f, *f, *f, *f]"))
                .containsExactly("yamlRefused");
        assertThat(Definitions.shortFaults("a: &a [*a]")).containsExactly("yamlRefused");
        assertThat(Definitions.shortFaults("a: " + "[".repeat(5000))).hasSize(1);
        assertThat(Definitions.shortFaults("{\"a\": " + "[".repeat(5000) + "]".repeat(5000) + "}"))
                .containsExactly("jsonRefused");
        assertRefused(new byte[DefinitionReader.MAX_BYTES + 1], "fault.notice.tooLarge");
    }

    @Test
    void aliasesMayRepeatAPart() {
        String text = SMALLEST.replace("addressees: {level: COUNTY}", "addressees: &who {level: COUNTY}")
                .replace(
                        "ladders:",
                        "  - {code: b, clause: 一, kind: DRILL, addressees: *who, dueWithin: P7D}\nladders:");

        assertThat(reader.read(text).obligations())
                .extracting(Obligation::addressees)
                .containsExactly(
                        reader.read(SMALLEST).obligations().get(0).addressees(),
                        reader.read(SMALLEST).obligations().get(0).addressees());
    }

    @Test
    void aFloodOfFaultsIsCut() {
        StringBuilder text = new StringBuilder(SMALLEST);
        for (int i = 0; i < 1000; i++) {
            text.append("zz").append(i).append(": 1\n");
        }

        List<Fault> faults = Definitions.faults(text.toString());

        assertThat(faults).hasSize(FaultLog.LIMIT + 1);
        assertThat(faults.get(FaultLog.LIMIT)).isEqualTo(Fault.at("", "fault.notice.more", 1000 - FaultLog.LIMIT));
    }

    @Test
    void faultsNameWhatIsPossible() {
        assertThat(Definitions.faults(SMALLEST.replace("DOCUMENT", "DOCUMENTS"))
                        .get(0)
                        .args()
                        .get(1))
                .asString()
                .contains("STOCK_REPORT", "CONFIRM");
        assertThat(Definitions.faults(SMALLEST + "Number: 1"))
                .containsExactly(Fault.at("Number", "fault.notice.unknownNear", "Number", "number"));
    }

    @Test
    void anotherCityMayHaveOtherLines() {
        String text = SMALLEST.replace("{level: COUNTY}", "{sectors: [FISHERY]}");

        assertThat(Definitions.shortFaults(text)).containsExactly("obligations[0].addressees.sectors[0] notOneOf");
        assertThat(new DefinitionReader(List.of("FISHERY"))
                        .read(text)
                        .obligations()
                        .get(0)
                        .addressees()
                        .sectors())
                .containsExactly("FISHERY");
    }

    private void assertRefused(byte[] content, String code) {
        assertThatThrownBy(() -> reader.read(content, null))
                .isInstanceOf(FaultsException.class)
                .extracting(thrown -> ((FaultsException) thrown).faults(), list(Fault.class))
                .extracting(Fault::code)
                .containsExactly(code);
    }
}
