package org.sifang;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The sheet a county would send. */
final class SampleSheet {

    private SampleSheet() {}

    /** A sheet with the seven columns; the people are made up, their numbers valid and their phones nobody's. */
    static byte[] of(int people, LocalDate today) throws IOException {
        return of(people, today, 0, "科尔沁区示例街道", "青岛旅居");
    }

    /**
     * @param first number of the first person; other numbers are other people
     * @param address where they live, before the number of the house
     */
    static byte[] of(int people, LocalDate today, int first, String address, String category) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "sifang-test", "1.0")) {
            Worksheet sheet = book.newWorksheet("线索");
            List<String> head = List.of("姓名", "性别", "年龄", "身份证号", "联系电话", "现住址", "人员类别");
            for (int column = 0; column < head.size(); column++) {
                sheet.value(0, column, head.get(column));
            }
            for (int row = 1; row <= people; row++) {
                int person = first + row - 1;
                sheet.value(row, 0, "示例" + (char) ('甲' + person));
                sheet.value(row, 1, "男");
                sheet.value(row, 2, born(person).until(today).getYears());
                sheet.value(row, 3, idNumber(person));
                sheet.value(row, 4, phone(person));
                sheet.value(row, 5, address + person + "号");
                sheet.value(row, 6, category);
            }
        }
        return out.toByteArray();
    }

    private static LocalDate born(int person) {
        return LocalDate.of(1980, 1 + person % 12, 1 + person % 28);
    }

    static String age(int person, LocalDate today) {
        return Integer.toString(born(person).until(today).getYears());
    }

    static String idNumber(int person) {
        String body = "150502%s%03d"
                .formatted(born(person).format(DateTimeFormatter.BASIC_ISO_DATE), (2 * person + 1) % 1_000);
        return body + checkDigit(body);
    }

    static String phone(int person) {
        return "1990000%04d".formatted(person);
    }

    /** GB 11643-1999, ISO 7064 MOD 11-2. */
    private static char checkDigit(String body) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (body.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11);
    }
}
