package org.sifang.screening;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What a cell of a workbook says, as text. */
final class XlsxCells {

    private static final Pattern NOT_IN_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");
    private static final Pattern DATE = Pattern.compile("[ymdhs年月日]");
    private static final Pattern ERROR = Pattern.compile("#(N/A|NULL!|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|SPILL!|CALC!)");
    private static final int LARGEST_EXPONENT = 30;

    private XlsxCells() {}

    static SheetCell of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return SheetCell.BLANK;
        }
        Object value = cell.getValue();
        if (value == null) {
            boolean stored = cell.getType() != CellType.FORMULA || cell.getRawValue() != null;
            return stored ? SheetCell.BLANK : new SheetCell(SheetCell.Kind.NO_VALUE, "");
        }
        if (value instanceof BigDecimal number) {
            return isDate(cell) ? date(cell, number) : number(number);
        }
        String text = value.toString();
        if (cell.getType() == CellType.ERROR
                || (cell.getFormula() != null && ERROR.matcher(text).matches())) {
            return new SheetCell(SheetCell.Kind.ERROR, text);
        }
        return SheetCell.text(text);
    }

    private static SheetCell number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        String text = Math.abs(plain.scale()) > LARGEST_EXPONENT ? plain.toString() : plain.toPlainString();
        return new SheetCell(SheetCell.Kind.NUMBER, text);
    }

    private static SheetCell date(Cell cell, BigDecimal number) {
        try {
            LocalDateTime date = cell.asDate();
            boolean day = date.toLocalTime().equals(LocalTime.MIDNIGHT);
            return new SheetCell(SheetCell.Kind.DATE, day ? date.toLocalDate().toString() : date.toString());
        } catch (DateTimeException | ArithmeticException outOfRange) {
            return number(number);
        }
    }

    /** Built-in formats 14 to 22, 27 to 36, 45 to 47 and 50 to 58 show dates and times, the middle ones in Chinese. */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id == null) {
            return false;
        }
        if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null || format.toLowerCase(Locale.ROOT).contains("general")) {
            return false;
        }
        String tokens = NOT_IN_FORMAT.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return DATE.matcher(tokens).find();
    }
}
