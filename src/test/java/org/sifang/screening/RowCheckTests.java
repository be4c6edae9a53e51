package org.sifang.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.kernel.Fault;
import org.sifang.notice.Category;
import org.sifang.notice.NoticeState;
import org.sifang.person.DocumentType;
import org.sifang.person.IdentityNumbers;
import org.sifang.person.Sex;

class RowCheckTests {

    static final LocalDate TODAY = LocalDate.of(2020, 10, 12);
    static final NoticeToScreen NOTICE = new NoticeToScreen(
            new UUID(1, 1),
            "通防指发〔2020〕18号",
            "示例通知",
            NoticeState.ISSUED,
            List.of(
                    new Category("QD-STAY", "青岛旅居", "三(一)", null, "home"),
                    new Category("QD-HOSPITAL", "胸科医院接触", "三(一)", null, "home")));

    /** Born on 1990-01-01; the sequence 011 is a man's. */
    private static final String MAN = IdentityNumbers.of(LocalDate.of(1990, 1, 1), 11);

    @Test
    void aGoodRowIsAPerson() {
        CheckedRow row = check("包·其某", "男", "30岁", MAN.toLowerCase(), "+86 199 0000 0001", "科尔沁区 示例街道1号", "青岛旅居");

        assertThat(row.faults()).isEmpty();
        Candidate candidate = Objects.requireNonNull(row.candidate());
        assertThat(candidate.category()).isEqualTo("QD-STAY");
        assertThat(candidate.person().document().number()).isEqualTo(MAN);
        assertThat(candidate.person().phone().value()).isEqualTo("19900000001");
        assertThat(candidate.person().sex()).isEqualTo(Sex.MALE);
        assertThat(candidate.person().age()).isEqualTo(30);
        assertThat(candidate.contradictions(TODAY)).isEmpty();
    }

    @Test
    void everyReasonOfARowIsGivenAtOnce() {
        CheckedRow row = check("张三1", "未知", "很大", "150502199013010011", "12345", "", "别的类别");

        assertThat(row.candidate()).isNull();
        assertThat(row.faults())
                .extracting(Fault::code)
                .containsExactlyInAnyOrder(
                        "fault.screening.required.ADDRESS",
                        "fault.person.name.characters",
                        "fault.screening.sex",
                        "fault.screening.age",
                        "fault.person.id.date",
                        "fault.person.id.check",
                        "fault.person.phone",
                        "fault.screening.category");
        assertThat(row.faults().toString()).doesNotContain("张三", "12345", "1505021990");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void eachOfTheSevenColumnsIsRequired(int column) {
        String[] cells = good();
        cells[column] = " \u3000";

        assertThat(check(cells).faults())
                .extracting(Fault::code)
                .containsExactly("fault.screening.required." + Column.values()[column]);
    }

    @ParameterizedTest
    @CsvSource({"QD-STAY", "qd-stay", "青岛旅居", "' 青岛 旅居'", "胸科医院接触"})
    void aCategoryIsTakenByItsCodeOrItsName(String typed) {
        String[] cells = good();
        cells[6] = typed;

        assertThat(check(cells).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "女, 30, fault.screening.contradiction.sex",
        "男, 45, fault.screening.contradiction.age",
        "男, 28, fault.screening.contradiction.age"
    })
    void aContradictionWithTheDocumentIsFlaggedAndNothingIsOverwritten(String sex, String age, String code) {
        String[] cells = good();
        cells[1] = sex;
        cells[2] = age;

        Candidate candidate = Objects.requireNonNull(check(cells).candidate());
        assertThat(candidate.contradictions(TODAY)).extracting(Fault::code).containsExactly(code);
        assertThat(candidate.person().age()).isEqualTo(Integer.valueOf(age));
        assertThat(candidate.person().sex()).isEqualTo(Sex.read(sex).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"29", "30", "31"})
    void theTraditionalCountOfYearsIsNoContradiction(String age) {
        String[] cells = good();
        cells[2] = age;

        assertThat(Objects.requireNonNull(check(cells).candidate()).contradictions(TODAY))
                .isEmpty();
    }

    @Test
    void numbersThatExcelRoundedAreToldFromTypingMistakes() {
        assertThat(check(with(3, new SheetCell(SheetCell.Kind.NUMBER, "150502199001011000")))
                        .faults())
                .containsExactly(Fault.at("document", "fault.screening.document.rounded"));
        assertThat(check(with(3, SheetCell.text("1.50502E+17"))).faults())
                .containsExactly(Fault.at("document", "fault.screening.document.rounded"));
        assertThat(check(with(4, new SheetCell(SheetCell.Kind.NUMBER, "19900000001")))
                        .faults())
                .isEmpty();
        assertThat(check(with(2, new SheetCell(SheetCell.Kind.NUMBER, "30"))).faults())
                .isEmpty();
    }

    @Test
    void aFormulaWithoutAValueAndAFailedOneAreFaultsOfTheirRow() {
        assertThat(check(with(0, new SheetCell(SheetCell.Kind.NO_VALUE, ""))).faults())
                .containsExactly(Fault.at("name", "fault.screening.cell.formula.NAME"));
        assertThat(check(with(5, new SheetCell(SheetCell.Kind.ERROR, "#REF!"))).faults())
                .containsExactly(Fault.at("address", "fault.screening.cell.error.ADDRESS"));
        assertThat(check(with(2, new SheetCell(SheetCell.Kind.DATE, "1990-01-01")))
                        .faults())
                .containsExactly(Fault.at("age", "fault.screening.age"));
    }

    @Test
    void aDocumentTypeDecidesByWhichRulesTheNumberIsJudged() {
        assertThat(checkTyped("台胞证", "12345678").faults()).isEmpty();
        assertThat(checkTyped("台胞证", "1234567").faults())
                .extracting(Fault::code)
                .containsExactly("fault.person.permit.taiwan");
        assertThat(checkTyped("学生证", "12345678").faults())
                .extracting(Fault::code)
                .containsExactly("fault.screening.document-type");
        assertThat(checkTyped("", "H12345678").faults()).isEmpty();
        assertThat(checkTyped("", "12345678").faults()).isEmpty();
        assertThat(checkTyped("", "19900101").faults())
                .extracting(Fault::code)
                .containsExactly("fault.person.id.length");
        assertThat(checkTyped("身份证", "12345678").faults())
                .extracting(Fault::code)
                .containsExactly("fault.person.id.length");
        Candidate resident =
                Objects.requireNonNull(checkTyped("身份证", "810000199408230021").candidate());
        assertThat(resident.person().document().type()).isEqualTo(DocumentType.RESIDENCE_PERMIT);
    }

    @Test
    void anAddressLikeAFormulaIsTextAndTheApostropheBeforeItIsNot() {
        String[] cells = good();
        cells[5] = "'=1+1号";

        assertThat(Objects.requireNonNull(check(cells).candidate()).person().address())
                .isEqualTo("=1+1号");
    }

    @Test
    void everyReasonHasItsTextInBothLanguages() throws Exception {
        for (String bundle : List.of("screening", "person")) {
            Properties chinese = load(bundle + "_zh_CN");
            Properties english = load(bundle);
            assertThat(chinese.keySet()).isEqualTo(english.keySet());
        }
        Properties texts = load("screening");
        for (Column column : Column.values()) {
            assertThat(texts)
                    .containsKeys("fault.screening.cell.formula." + column, "fault.screening.cell.error." + column);
            if (column.isRequired()) {
                assertThat(texts)
                        .containsKeys("fault.screening.required." + column, "fault.screening.header." + column);
            }
        }
    }

    private static Properties load(String name) throws Exception {
        Properties properties = new Properties();
        try (var reader = new java.io.InputStreamReader(
                Objects.requireNonNull(RowCheckTests.class.getResourceAsStream("/messages/" + name + ".properties")),
                java.nio.charset.StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static String[] good() {
        return new String[] {"张某", "男", "30", MAN, "19900000001", "示例街道1号", "QD-STAY"};
    }

    private static SheetCell[] with(int column, SheetCell cell) {
        SheetCell[] cells = Arrays.stream(good()).map(SheetCell::text).toArray(SheetCell[]::new);
        cells[column] = cell;
        return cells;
    }

    private static CheckedRow check(String... cells) {
        return check(Arrays.stream(cells).map(SheetCell::text).toArray(SheetCell[]::new));
    }

    private static CheckedRow check(SheetCell... cells) {
        return check(Workbooks.HEADINGS, List.of(cells));
    }

    private static CheckedRow checkTyped(String type, String number) {
        List<String> headings = new ArrayList<>(Workbooks.HEADINGS);
        headings.add("证件类型");
        String[] cells = good();
        cells[3] = number;
        List<SheetCell> row =
                new ArrayList<>(Arrays.stream(cells).map(SheetCell::text).toList());
        row.add(SheetCell.text(type));
        return check(headings, row);
    }

    private static CheckedRow check(List<String> headings, List<SheetCell> cells) {
        Header header = Header.in(
                        new SheetRow(1, headings.stream().map(SheetCell::text).toList(), false))
                .orElseThrow();
        return new RowCheck(header, NOTICE, TODAY).check(new SheetRow(2, cells, false));
    }
}
