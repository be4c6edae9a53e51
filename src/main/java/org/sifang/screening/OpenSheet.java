package org.sifang.screening;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A sheet whose headings are found, ready to be read from the row below them.
 *
 * @param expected how many rows of data there will be, near enough for a bar of progress; blank rows are among them
 * @param hidden how many of all rows are hidden
 * @param file what has to be closed behind the rows
 */
record OpenSheet(Format format, Header header, int expected, int hidden, RowSource rows, Closeable file)
        implements Closeable {

    /** What the file is, whatever its name says. */
    enum Format {
        XLSX,
        CSV
    }

    /** The next row of data; null at the end. Headings repeated on every printed page are passed over. */
    @Nullable
    SheetRow next() throws IOException {
        SheetRow row = rows.next();
        while (row != null && header.isRepeatedIn(row)) {
            row = rows.next();
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        rows.close();
        file.close();
    }
}
