package org.sifang.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An official document (公文) as GB/T 9704-2012 lays it out: the marks above the red line, the body, the imprint at the
 * foot of the last page. Every text is given as it is printed.
 *
 * @param mark 发文机关标志, in red: the issuing organ and 文件
 * @param number 发文字号, such as 通防指责〔2020〕3号
 * @param addressee 主送机关; null for a document that is made known to everybody
 * @param attachments their names, without numbers
 * @param signature 发文机关署名
 * @param date 成文日期
 * @param copies 抄送机关
 * @param printer 印发机关
 */
public record OfficialPaper(
        String mark,
        String number,
        String title,
        @Nullable String addressee,
        List<Passage> body,
        List<String> attachments,
        String signature,
        LocalDate date,
        List<String> copies,
        String printer) {

    public OfficialPaper {
        body = List.copyOf(body);
        attachments = List.copyOf(attachments);
        copies = List.copyOf(copies);
    }

    /** One paragraph of the body. */
    public record Passage(String text, boolean heading) {

        /** A heading of the first level, such as 一、违规事实. */
        public static Passage heading(String text) {
            return new Passage(text, true);
        }

        public static Passage of(String text) {
            return new Passage(text, false);
        }
    }

    /** The day as the standard writes it: Arabic digits, without leading zeros. */
    static String words(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** 成文日期 in words. */
    public String day() {
        return words(date);
    }
}
