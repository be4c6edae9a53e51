package org.sifang.document;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes an .xlsx row by row; memory does not grow with the rows. A sheet that is full goes on in the next one.
 *
 * <p>A text is always a text: it is written as a string cell with the text format, so that {@code =1+1} shows as typed,
 * stays a text when somebody edits the cell, and comes back unchanged when the sheet is imported again. Nothing is put
 * before it, for that would change the value. (Only a CSV has no types; whoever writes one must quote such cells.)
 */
public final class SheetWriter implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 500;

    private final Workbook workbook;
    private final ZoneId zone;
    private List<SheetColumn> columns = List.of();
    private String name = "";
    private @Nullable Worksheet sheet;
    private int row;

    /** Leaves the stream open when it is closed; the instants of the cells are shown in this zone. */
    public SheetWriter(OutputStream out, ZoneId zone) {
        this.workbook = new Workbook(out, "Sifang", "1.0");
        this.zone = zone;
    }

    /** Begins a sheet with its header, which stays in view and is printed on every page. */
    public SheetWriter sheet(String title, List<SheetColumn> header) throws IOException {
        end();
        name = title;
        columns = List.copyOf(header);
        begin();
        return this;
    }

    /**
     * Adds a row.
     *
     * @param values one for each column, of its kind: {@code String}, {@code Number}, {@code LocalDate}, {@code Instant};
     *     null leaves the cell empty
     */
    public SheetWriter row(@Nullable Object... values) throws IOException {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        Worksheet target = current();
        if (row == Worksheet.MAX_ROWS) {
            end();
            begin();
            target = current();
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                write(target, i, value);
            }
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            target.flush();
        }
        return this;
    }

    private void write(Worksheet target, int column, Object value) {
        StyleSetter style = target.style(row, column);
        switch (columns.get(column).kind()) {
            case TEXT -> target.inlineString(row, column, (String) value);
            case NUMBER -> target.value(row, column, (Number) value);
            case DATE -> target.value(row, column, (LocalDate) value);
            case INSTANT -> target.value(row, column, ((Instant) value).atZone(zone));
        }
        style.format(columns.get(column).kind().format())
                .verticalAlignment("top")
                .wrapText(columns.get(column).kind() == SheetColumn.Kind.TEXT)
                .set();
    }

    private void begin() {
        Worksheet begun = workbook.newWorksheet(name);
        for (int i = 0; i < columns.size(); i++) {
            begun.inlineString(0, i, columns.get(i).header());
            begun.style(0, i)
                    .format("@")
                    .bold()
                    .fillColor("E6F0F7")
                    .horizontalAlignment("center")
                    .set();
            begun.width(i, columns.get(i).width());
        }
        begun.freezePane(0, 1);
        begun.repeatRows(0);
        begun.fitToWidth((short) 1);
        begun.fitToHeight((short) 0);
        begun.setFitToPage(true);
        begun.pageOrientation("landscape");
        sheet = begun;
        row = 1;
    }

    private Worksheet current() {
        if (sheet == null) {
            throw new IllegalStateException("No sheet begun");
        }
        return sheet;
    }

    private void end() throws IOException {
        if (sheet != null) {
            sheet.close();
            sheet = null;
        }
    }

    @Override
    public void close() throws IOException {
        end();
        workbook.close();
    }
}
