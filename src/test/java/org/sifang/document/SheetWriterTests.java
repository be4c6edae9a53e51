package org.sifang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetWriterTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.text("姓名", 14),
            SheetColumn.number("年龄", 6),
            SheetColumn.date("到达日期", 12),
            SheetColumn.instant("登记时间", 18));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void valuesKeepTheirTypesAndInstantsAreShownInTheZone() throws IOException {
        write("包·其木格𠮷", 34, LocalDate.of(2020, 10, 12), Instant.parse("2020-10-12T13:00:00Z"));

        List<Row> rows = read();
        assertThat(rows.get(0)).extracting(cell -> cell.getText()).containsExactly("姓名", "年龄", "到达日期", "登记时间");
        Row row = rows.get(1);
        assertThat(row.getCellText(0)).isEqualTo("包·其木格𠮷");
        assertThat(row.getCellAsNumber(1))
                .hasValueSatisfying(age -> assertThat(age).isEqualByComparingTo("34"));
        assertThat(row.getCellAsDate(2)).contains(LocalDate.of(2020, 10, 12).atStartOfDay());
        assertThat(row.getCellAsDate(3)).contains(LocalDateTime.of(2020, 10, 12, 21, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "=HYPERLINK(\"http://x\",\"y\")", "+86 199", "-1", "@SUM(1)", "\t=1", "\r=1", "'=1"})
    void aTextThatLooksLikeAFormulaIsWrittenAndReadBackAsThatText(String text) throws IOException {
        write(text, 1, null, null);

        var cell = read().get(1).getCell(0);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getFormula()).isNull();
        assertThat(cell.getText()).isEqualTo(text);
        assertThat(part("xl/worksheets/sheet1.xml")).doesNotContain("<f>").contains("inlineStr");
        assertThat(part("xl/styles.xml")).contains("@");
    }

    @Test
    void controlCharactersAreLeftOutSoThatTheFileOpens() throws IOException {
        write("甲\u0000\u000b乙", 1, null, null);

        assertThat(read().get(1).getCellText(0)).isEqualTo("甲乙");
    }

    @Test
    void theHeaderStaysInViewAndIsPrintedOnEveryPage() throws IOException {
        write("甲", 1, null, null);

        assertThat(part("xl/worksheets/sheet1.xml")).contains("ySplit=\"1\"").contains("state=\"frozen\"");
        assertThat(part("xl/workbook.xml")).contains("_xlnm.Print_Titles");
    }

    @Test
    void anEmptySheetStillHasItsHeader() throws IOException {
        try (SheetWriter writer = new SheetWriter(out, ZONE)) {
            writer.sheet("日报", COLUMNS);
        }

        assertThat(read()).hasSize(1);
    }

    @Test
    void aFurtherSheetFollowsTheFirst() throws IOException {
        try (SheetWriter writer = new SheetWriter(out, ZONE)) {
            writer.sheet("日报", COLUMNS).row("甲", 1, null, null);
            writer.sheet("说明", List.of(SheetColumn.text("项目", 10))).row("截止时间");
        }

        try (ReadableWorkbook workbook = workbook()) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName())).containsExactly("日报", "说明");
        }
    }

    @Test
    void aRowOfTheWrongWidthIsRefused() {
        assertThatThrownBy(() -> write("甲")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tenThousandRowsComeBackComplete() throws IOException {
        try (SheetWriter writer = new SheetWriter(out, ZONE)) {
            writer.sheet("日报", COLUMNS);
            for (int i = 0; i < 10_000; i++) {
                writer.row("示例" + i, i, LocalDate.of(2020, 10, 12), Instant.EPOCH);
            }
        }

        List<Row> rows = read();
        assertThat(rows).hasSize(10_001);
        assertThat(rows.get(10_000).getCellText(0)).isEqualTo("示例9999");
    }

    private void write(@Nullable Object... values) throws IOException {
        try (SheetWriter writer = new SheetWriter(out, ZONE)) {
            writer.sheet("日报", COLUMNS).row(values);
        }
    }

    private List<Row> read() throws IOException {
        try (ReadableWorkbook workbook = workbook();
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.toList();
        }
    }

    private ReadableWorkbook workbook() throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    /** Not through a ZipInputStream: it does not know the form of the sizes that the writer leaves behind each part. */
    private String part(String name) throws IOException {
        Path file = Files.write(folder.resolve("sheet.xlsx"), out.toByteArray());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
