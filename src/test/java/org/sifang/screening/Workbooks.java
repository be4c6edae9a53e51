package org.sifang.screening;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks for tests: ordinary ones by a library, odd ones by hand. */
final class Workbooks {

    static final List<String> HEADINGS = List.of("姓名", "性别", "年龄", "身份证号", "联系方式", "家庭住址", "人员类别");

    private Workbooks() {}

    /** An ordinary workbook of one sheet; every cell is text, null is blank. */
    static byte[] of(List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("人员");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    String value = rows.get(row).get(column);
                    if (value != null) {
                        sheet.value(row, column, value);
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A workbook with sheets written as the XML inside {@code <worksheet>}. */
    static byte[] raw(String... sheets) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < sheets.length; i++) {
            named.put("Sheet" + (i + 1), sheets[i]);
        }
        return raw(named);
    }

    /** As {@link #raw(String...)}, with names; a sheet whose name begins with {@code ~} is hidden. */
    static byte[] raw(Map<String, String> sheets) {
        Map<String, String> entries = new LinkedHashMap<>();
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            number++;
            String state = sheet.getKey().startsWith("~") ? " state=\"hidden\"" : "";
            list.append("<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"rId%d\"/>"
                    .formatted(sheet.getKey(), number, state, number));
            relations.append("<Relationship Id=\"rId%d\" Type=\"sheet\" Target=\"worksheets/sheet%d.xml\"/>"
                    .formatted(number, number));
            entries.put(
                    "xl/worksheets/sheet%d.xml".formatted(number),
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">%s</worksheet>"
                            .formatted(sheet.getValue()));
        }
        entries.put(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
        entries.put(
                "xl/styles.xml",
                "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"49\"/></cellXfs></styleSheet>");
        entries.put("xl/_rels/workbook.xml.rels", "<Relationships>%s</Relationships>".formatted(relations));
        entries.put(
                "xl/workbook.xml",
                ("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>%s</sheets></workbook>")
                        .formatted(list));
        return zip(entries);
    }

    static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A row of inline strings for {@link #raw}. */
    static String row(int number, String... values) {
        StringBuilder row = new StringBuilder("<row r=\"%d\">".formatted(number));
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                row.append(
                        "<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted('A' + i, number, values[i]));
            }
        }
        return row.append("</row>").toString();
    }

    static String headings(int number) {
        return row(number, HEADINGS.toArray(String[]::new));
    }
}
