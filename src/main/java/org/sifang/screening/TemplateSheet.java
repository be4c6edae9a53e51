package org.sifang.screening;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sifang.notice.Category;

/**
 * The empty sheet to fill in: the seven columns and the kind of document, numbers kept as text, sex, document and category
 * to be chosen from lists.
 */
final class TemplateSheet {

    private static final List<String> HEADINGS = List.of("姓名", "性别", "年龄", "身份证号", "联系方式", "家庭住址", "人员类别", "证件类型");
    private static final List<Integer> WIDTHS = List.of(14, 8, 8, 24, 18, 44, 24, 26);
    private static final List<String> SEXES = List.of("男", "女");
    private static final List<String> DOCUMENTS =
            List.of("居民身份证", "护照", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "港澳台居民居住证", "外国人永久居留身份证");
    private static final int ROWS = 5_000;

    private TemplateSheet() {}

    static byte[] of(NoticeToScreen notice) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(notice, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void write(NoticeToScreen notice, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Sifang", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("人员");
            for (int column = 0; column < HEADINGS.size(); column++) {
                sheet.value(0, column, HEADINGS.get(column));
                sheet.width(column, WIDTHS.get(column));
                sheet.style(column).format("@").set();
            }
            sheet.range(0, 0, 0, HEADINGS.size() - 1)
                    .style()
                    .bold()
                    .fillColor("E6F0F7")
                    .horizontalAlignment("center")
                    .format("@")
                    .set();
            sheet.freezePane(0, 1);
            Worksheet lists = workbook.newWorksheet("选项");
            lists.setVisibilityState(VisibilityState.HIDDEN);
            choose(sheet, 1, lists, 0, SEXES);
            choose(
                    sheet,
                    6,
                    lists,
                    1,
                    notice.categories().stream().map(Category::name).toList());
            choose(sheet, 7, lists, 2, DOCUMENTS);
        }
    }

    private static void choose(Worksheet sheet, int column, Worksheet lists, int list, List<String> choices) {
        for (int row = 0; row < choices.size(); row++) {
            lists.value(row, list, choices.get(row));
        }
        if (!choices.isEmpty()) {
            sheet.range(1, column, ROWS, column)
                    .validateWithList(lists.range(0, list, choices.size() - 1, list))
                    .allowBlank(true);
        }
    }
}
