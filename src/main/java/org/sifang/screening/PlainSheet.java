package org.sifang.screening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;

/** Any sheet as rows of text, for those whose columns are others than those of found people. */
public final class PlainSheet {

    private PlainSheet() {}

    /**
     * A row; prints nothing of its cells.
     *
     * @param number as Excel shows it, from 1
     * @param cells as text; blank ones are empty
     */
    public record Row(int number, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        @Override
        public String toString() {
            return "Row[" + number + "]";
        }
    }

    /**
     * The rows of the first visible sheet of a workbook, or of a text file in any encoding that an import takes; blank
     * rows are left out.
     *
     * @throws FaultsException when it cannot be read, or has more rows than {@code most}; path {@code file}
     */
    public static List<Row> read(byte[] content, int most) {
        List<Row> rows = new ArrayList<>();
        try (RowSource source = SheetFile.rows(content)) {
            for (SheetRow row = source.next(); row != null; row = source.next()) {
                if (rows.size() == most) {
                    throw new UnreadableSheet("fault.screening.file.rows", most);
                }
                rows.add(new Row(
                        row.number(), row.cells().stream().map(SheetCell::text).toList()));
            }
        } catch (UnreadableSheet refused) {
            throw new FaultsException(refused.faults());
        } catch (IOException broken) {
            throw new FaultsException(Fault.at("file", "fault.screening.file.broken"));
        }
        if (rows.isEmpty()) {
            throw new FaultsException(Fault.at("file", "fault.screening.file.empty"));
        }
        return rows;
    }

    /** A heading without what does not matter in one: blanks, width, capitals, asterisks and remarks in brackets. */
    public static String heading(String text) {
        return Column.plain(text);
    }
}
