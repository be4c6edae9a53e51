package org.sifang.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.kernel.Fault;

class SheetFileTests {

    private static final List<String> PERSON =
            List.of("张某", "男", "30", "110105199001010000", "19900000001", "示例街道1号", "QD-STAY");

    @Test
    void rowsOfAWorkbookComeWithTheNumbersExcelShows() throws IOException {
        byte[] workbook = Workbooks.of(
                List.of(List.of("线索人员排查表"), List.of(), Workbooks.HEADINGS, PERSON, List.of(), List.of("李某", "女")));

        try (OpenSheet sheet = SheetFile.open(workbook)) {
            assertThat(sheet.header().row()).isEqualTo(3);
            assertThat(sheet.next()).satisfies(row -> {
                assertThat(row.number()).isEqualTo(4);
                assertThat(sheet.header().cell(row, Column.PHONE).text()).isEqualTo("19900000001");
            });
            assertThat(sheet.next()).satisfies(row -> assertThat(row.number()).isEqualTo(6));
            assertThat(sheet.next()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "名字, NAME",
        "姓名*, NAME",
        "＊姓 名, NAME",
        "姓名（必填）, NAME",
        "Name, NAME",
        "Full name, NAME",
        "公民身份号码, DOCUMENT",
        "身份证号码, DOCUMENT",
        "证件号码, DOCUMENT",
        "ID number, DOCUMENT",
        "电话, PHONE",
        "手机号, PHONE",
        "联系电话：, PHONE",
        "手机, PHONE",
        "联系方式, PHONE",
        "现住址, ADDRESS",
        "地址, ADDRESS",
        "家庭住址【详细到门牌】, ADDRESS",
        "类别, CATEGORY",
        "证件类型, DOCUMENT_TYPE",
        "性 别, SEX",
        "年龄(周岁), AGE"
    })
    void headingsAreKnownUnderTheirMoreUsualNames(String heading, Column column) {
        assertThat(Column.under(heading)).contains(column);
    }

    @Test
    void missingColumnsAreNamedTogetherWithWhatWasFound() {
        byte[] workbook = Workbooks.of(List.of(List.of("姓名", "性别", "年龄", "身份证号", "备注"), List.of("张某")));

        List<Fault> faults = faults(workbook);

        assertThat(faults)
                .extracting(Fault::code)
                .containsExactly(
                        "fault.screening.header.PHONE",
                        "fault.screening.header.ADDRESS",
                        "fault.screening.header.CATEGORY",
                        "fault.screening.header.found");
        assertThat(faults.get(3).args()).containsExactly(1, "姓名、性别、年龄、身份证号、备注");
    }

    @Test
    void aSheetWithoutHeadingsIsRefusedWithoutQuotingItsCells() {
        List<Fault> faults = faults(Workbooks.of(List.of(PERSON, PERSON)));

        assertThat(faults).extracting(Fault::code).containsExactly("fault.screening.header.none");
        assertThat(faults.toString()).doesNotContain("张某", "19900000001");
    }

    @Test
    void theFirstVisibleSheetWithTheHeadingsIsTaken() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("说明", "<sheetData>" + Workbooks.row(1, "填表说明") + "</sheetData>");
        sheets.put("~旧表", "<sheetData>" + Workbooks.headings(1) + Workbooks.row(2, "旧") + "</sheetData>");
        sheets.put("人员", "<sheetData>" + Workbooks.headings(1) + Workbooks.row(2, "新") + "</sheetData>");

        try (OpenSheet sheet = SheetFile.open(Workbooks.raw(sheets))) {
            assertThat(sheet.next())
                    .satisfies(row -> assertThat(row.cell(0).text()).isEqualTo("新"));
        }
    }

    @Test
    void cellsAreReadAsTheirTextAndFormulasAreNotEvaluated() throws IOException {
        String row = "<row r=\"2\">"
                + "<c r=\"A2\" t=\"str\"><f>CONCAT(\"张\",\"某\")</f><v>张某</v></c>"
                + "<c r=\"B2\"><f>1+1</f></c>"
                + "<c r=\"C2\"><v>30</v></c>"
                + "<c r=\"D2\"><v>1.50502199001011E+17</v></c>"
                + "<c r=\"E2\"><v>19900000001</v></c>"
                + "<c r=\"F2\" s=\"1\"><v>44116</v></c>"
                + "<c r=\"G2\" t=\"e\"><v>#REF!</v></c></row>";

        try (OpenSheet sheet =
                SheetFile.open(Workbooks.raw("<sheetData>" + Workbooks.headings(1) + row + "</sheetData>"))) {
            assertThat(Objects.requireNonNull(sheet.next()).cells())
                    .containsExactly(
                            new SheetCell(SheetCell.Kind.TEXT, "张某"),
                            new SheetCell(SheetCell.Kind.NO_VALUE, ""),
                            new SheetCell(SheetCell.Kind.NUMBER, "30"),
                            new SheetCell(SheetCell.Kind.NUMBER, "150502199001011000"),
                            new SheetCell(SheetCell.Kind.NUMBER, "19900000001"),
                            new SheetCell(SheetCell.Kind.DATE, "2020-10-12"),
                            new SheetCell(SheetCell.Kind.ERROR, "#REF!"));
        }
    }

    @Test
    void aCellMergedOverSeveralRowsCountsForEachOfThem() throws IOException {
        String sheet = "<sheetData>" + Workbooks.row(1, "人员排查表") + Workbooks.headings(2)
                + Workbooks.row(3, "张某", "男", "30", "1", "2", "示例街道1号")
                + Workbooks.row(4, "李某", "女", "31", "3", "4")
                + Workbooks.row(5, "王某", "女", "31", "5", "6")
                + "</sheetData><mergeCells><mergeCell ref=\"A1:G1\"/><mergeCell ref=\"F3:F4\"/></mergeCells>";

        try (OpenSheet open = SheetFile.open(Workbooks.raw(sheet))) {
            assertThat(addresses(open)).containsExactly("示例街道1号", "示例街道1号", "");
        }
    }

    @Test
    void hiddenRowsAreReadAndCounted() throws IOException {
        String hidden = Workbooks.row(2, "张某").replace("<row ", "<row hidden=\"1\" ");

        try (OpenSheet open = SheetFile.open(Workbooks.raw(
                "<sheetData>" + Workbooks.headings(1) + hidden + Workbooks.row(3, "李某") + "</sheetData>"))) {
            assertThat(open.hidden()).isEqualTo(1);
            assertThat(open.expected()).isEqualTo(2);
            assertThat(open.next()).satisfies(row -> assertThat(row.hidden()).isTrue());
        }
    }

    @Test
    void headingsRepeatedOnEveryPageAreNotPeople() throws IOException {
        byte[] workbook = Workbooks.of(List.of(Workbooks.HEADINGS, PERSON, Workbooks.HEADINGS, PERSON));

        try (OpenSheet open = SheetFile.open(workbook)) {
            assertThat(addresses(open)).hasSize(2);
        }
    }

    @Test
    void aSheetWithoutRowNumbersIsNumberedFromOne() throws IOException {
        String plain = ("<sheetData>" + Workbooks.headings(1) + Workbooks.row(2, "张某") + "</sheetData>")
                .replaceAll(" r=\"[A-Z]?\\d\"", "");

        try (OpenSheet open = SheetFile.open(Workbooks.raw(plain))) {
            assertThat(open.header().row()).isEqualTo(1);
            assertThat(open.next()).satisfies(row -> assertThat(row.number()).isEqualTo(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void aTextFileIsReadInItsEncoding(String charset) throws IOException {
        String mark = charset.equals("UTF-16LE") ? "\ufeff" : "";
        String text = mark + "姓名,性别,年龄,身份证号,联系方式,家庭住址,人员类别\r\n包·其某𠮷,男,30,1,2,\"示例街道,1号\",青岛旅居\r\n";

        try (OpenSheet open = SheetFile.open(text.getBytes(Charset.forName(charset)))) {
            assertThat(open.next()).satisfies(row -> {
                assertThat(row.number()).isEqualTo(2);
                assertThat(row.cell(0).text()).isEqualTo("包·其某𠮷");
                assertThat(row.cell(5).text()).isEqualTo("示例街道,1号");
            });
            assertThat(open.next()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void aTextFileIsReadWithItsSeparator(String separator) throws IOException {
        String text =
                "\ufeff人员排查表\n\n" + String.join(separator, Workbooks.HEADINGS) + "\n\n" + String.join(separator, PERSON)
                        + "\n" + String.join(separator, List.of("李某", "女", "1", "2", "3", "\"两行\n地址\"", "4")) + "\n"
                        + String.join(separator, PERSON);

        try (OpenSheet open = SheetFile.open(text.getBytes(StandardCharsets.UTF_8))) {
            assertThat(open.header().row()).isEqualTo(3);
            List<Integer> numbers = new ArrayList<>();
            for (SheetRow row = open.next(); row != null; row = open.next()) {
                numbers.add(row.number());
            }
            assertThat(numbers).containsExactly(5, 6, 7);
        }
    }

    @Test
    void aQuotationMarkNobodyClosedIsFoundByItsRow() throws IOException {
        String text = String.join(",", Workbooks.HEADINGS) + "\n\"张某,男\n" + "李某,女\n".repeat(1000);

        try (OpenSheet open = SheetFile.open(text.getBytes(StandardCharsets.UTF_8))) {
            UnreadableSheet refused = catchThrowableOfType(UnreadableSheet.class, open::next);
            assertThat(refused.faults()).containsExactly(Fault.at("file", "fault.screening.csv.quotes", 2));
        }
    }

    @Test
    void whatIsNoSheetIsRefusedByItsContent() {
        assertThat(code("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8))).isEqualTo("fault.screening.file.type");
        assertThat(code("<html><table>".getBytes(StandardCharsets.UTF_8))).isEqualTo("fault.screening.file.type");
        assertThat(code(Workbooks.zip(Map.of("word/document.xml", "<x/>", "[Content_Types].xml", "<Types/>"))))
                .isEqualTo("fault.screening.file.type");
        assertThat(code(Workbooks.zip(Map.of("xl/workbook.bin", "")))).isEqualTo("fault.screening.file.xlsb");
        byte[] noise = new byte[4096];
        new Random(1).nextBytes(noise);
        assertThat(code(noise)).isEqualTo("fault.screening.csv.encoding");
        assertThat(code(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo("fault.screening.file.broken");
    }

    @Test
    void anEmptyFileAnEmptyWorkbookAndAnEmptyTextAreRefused() {
        assertThat(code(new byte[0])).isEqualTo("fault.screening.file.empty");
        assertThat(code(Workbooks.of(List.of()))).isEqualTo("fault.screening.file.empty");
        assertThat(code(Workbooks.raw("<sheetData/>"))).isEqualTo("fault.screening.file.empty");
        assertThat(code("\n\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("fault.screening.file.empty");
    }

    @Test
    void aPasswordAndTheOldFormatAreTold() {
        assertThat(code(compound("EncryptedPackage"))).isEqualTo("fault.screening.file.password");
        assertThat(code(compound("Workbook"))).isEqualTo("fault.screening.file.xls");
    }

    @Test
    void aZipBombIsRefusedBeforeItUnfolds() throws IOException {
        byte[] zeros = new byte[1 << 20];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/media/image1.png"));
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        assertThat(out.size()).isLessThan(200_000);
        assertThat(code(out.toByteArray())).isEqualTo("fault.screening.file.bomb");
    }

    @Test
    void traitsThatWouldExhaustTheReaderAreRefused() {
        Map<String, String> many = new LinkedHashMap<>();
        many.put("[Content_Types].xml", "<Types/>");
        many.put("xl/workbook.xml", "<workbook/>");
        for (int i = 0; i < 2_100; i++) {
            many.put("xl/x" + i, "");
        }
        assertThat(code(Workbooks.zip(many))).isEqualTo("fault.screening.file.bomb");
        assertThat(code(sheet("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2000000000</v></c></row>")))
                .isEqualTo("fault.screening.file.broken");
        assertThat(code(sheet("<row r=\"2\"><c r=\"ZZZZZ2\"><v>1</v></c></row>")))
                .isEqualTo("fault.screening.file.broken");
        assertThat(code(sheet("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>" + "某".repeat(2 << 20)
                        + "</t></is></c></row>")))
                .isEqualTo("fault.screening.file.bomb");
        assertThat(code(sheet(
                        "<row r=\"2\">" + "<c r=\"A2\"><f t=\"array\" ref=\"A2\">1</f></c>".repeat(2_001) + "</row>")))
                .isEqualTo("fault.screening.file.array-formulas");
    }

    @Test
    void anEncodingThatHidesTagsIsRefused() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", "<Types/>");
        entries.put("xl/workbook.xml", "\0<\0w\0o");
        assertThat(code(Workbooks.zip(entries))).isEqualTo("fault.screening.file.broken");
    }

    @Test
    void cellsDoNotPrint() {
        assertThat(new SheetRow(2, List.of(SheetCell.text("张某")), false).toString())
                .doesNotContain("张某");
    }

    private static byte[] sheet(String rows) {
        return Workbooks.raw("<sheetData>" + Workbooks.headings(1) + rows + "</sheetData>");
    }

    private static byte[] compound(String directoryEntry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        out.writeBytes(new byte[504]);
        out.writeBytes(directoryEntry.getBytes(StandardCharsets.UTF_16LE));
        out.writeBytes(new byte[100]);
        return out.toByteArray();
    }

    private static List<String> addresses(OpenSheet sheet) throws IOException {
        List<String> addresses = new ArrayList<>();
        for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
            addresses.add(sheet.header().cell(row, Column.ADDRESS).text());
        }
        return addresses;
    }

    private static String code(byte[] content) {
        List<Fault> faults = faults(content);
        return faults.get(0).code();
    }

    private static List<Fault> faults(byte[] content) {
        return catchThrowableOfType(UnreadableSheet.class, () -> SheetFile.open(content))
                .faults();
    }
}
