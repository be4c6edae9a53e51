package org.sifang.screening;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of a workbook. */
final class XlsxSheet implements RowSource {

    private static final int MOST_COLUMNS = 200;

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final MergedCells merged;

    /** 1 for the few writers that leave out row numbers: the reader then counts from 0. */
    private int offset;

    private XlsxSheet(Sheet sheet, MergedCells merged) throws IOException {
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.merged = merged;
    }

    /**
     * Opens the first visible sheet that has the headings.
     *
     * @throws UnreadableSheet when there is none, and for all that {@link ZipScan} refuses
     */
    static OpenSheet open(byte[] content) throws IOException {
        ZipScan scan = ZipScan.of(content);
        ReadableWorkbook workbook = workbook(content);
        try {
            return open(workbook, scan);
        } catch (UnreadableSheet known) {
            workbook.close();
            throw known;
        } catch (IOException | RuntimeException broken) {
            workbook.close();
            throw new UnreadableSheet("fault.screening.file.broken");
        }
    }

    /** All rows of the first visible sheet; a merged cell stands in its first row only. */
    static RowSource rows(byte[] content) throws IOException {
        ZipScan.of(content);
        ReadableWorkbook workbook = workbook(content);
        try {
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    return new Whole(new XlsxSheet(sheet, new MergedCells(List.of())), workbook);
                }
            }
        } catch (IOException | RuntimeException broken) {
            workbook.close();
            throw new UnreadableSheet("fault.screening.file.broken");
        }
        workbook.close();
        throw new UnreadableSheet("fault.screening.file.empty");
    }

    /** Rows, and the workbook that has to be closed behind them. */
    private record Whole(XlsxSheet rows, ReadableWorkbook workbook) implements RowSource {

        @Override
        public @Nullable SheetRow next() throws IOException {
            return rows.next();
        }

        @Override
        public void close() throws IOException {
            rows.close();
            workbook.close();
        }
    }

    private static OpenSheet open(ReadableWorkbook workbook, ZipScan scan) throws IOException {
        HeaderSearch search = new HeaderSearch();
        for (Sheet sheet : workbook.getSheets().toList()) {
            if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                try (XlsxSheet look = new XlsxSheet(sheet, new MergedCells(List.of()))) {
                    if (search.lookInto(look)) {
                        return below(search.found(), workbook, sheet, scan.sheet(sheet.getId()));
                    }
                }
            }
        }
        throw search.failure();
    }

    private static OpenSheet below(Header header, ReadableWorkbook workbook, Sheet sheet, @Nullable TagScan seen)
            throws IOException {
        XlsxSheet rows = new XlsxSheet(sheet, new MergedCells(seen == null ? List.of() : seen.merges()));
        SheetRow row = rows.next();
        while (row != null && row.number() < header.row()) {
            row = rows.next();
        }
        int expected = seen == null ? 0 : Math.max(0, seen.rows() - header.row());
        int hidden = seen == null ? 0 : seen.hiddenRows();
        return new OpenSheet(OpenSheet.Format.XLSX, header, expected, hidden, rows, workbook);
    }

    /** Number formats tell dates from numbers, but not every writer gives them. */
    private static ReadableWorkbook workbook(byte[] content) throws UnreadableSheet {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException withoutFormats) {
            try {
                return new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(false, true));
            } catch (IOException | RuntimeException broken) {
                throw new UnreadableSheet("fault.screening.file.broken");
            }
        }
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        try {
            while (rows.hasNext()) {
                SheetRow row = read(rows.next());
                if (!row.isBlank()) {
                    merged.complete(row.number(), row.cells());
                    return row;
                }
            }
            return null;
        } catch (RuntimeException broken) {
            throw new UnreadableSheet("fault.screening.file.broken");
        }
    }

    private SheetRow read(Row row) {
        if (row.getRowNum() == 0) {
            offset = 1;
        }
        int count = Math.min(row.getCellCount(), MOST_COLUMNS);
        List<SheetCell> cells = new ArrayList<>(count);
        for (int column = 0; column < count; column++) {
            cells.add(XlsxCells.of(row.hasCell(column) ? row.getCell(column) : null));
        }
        return new SheetRow(row.getRowNum() + offset, cells, row.isHidden());
    }

    @Override
    public void close() {
        stream.close();
    }
}
