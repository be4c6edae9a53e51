package org.sifang.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;

/** What a file says, line by line, every cell still text; and what could not be read of it. */
record Table(List<Line> lines, List<Fault> faults) {

    Table {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }

    /**
     * One organisation or one officer.
     *
     * @param path where it stands: {@code row[3]} of a CSV file (the row Excel shows), {@code organisations[2]} of a YAML
     *     file (counted from 0)
     * @param cells trimmed text by column; an empty cell is not there
     */
    record Line(String path, Map<String, String> cells) {

        Line {
            cells = Map.copyOf(cells);
        }

        @Nullable
        String get(String column) {
            return cells.get(column);
        }

        Fault fault(String column, String code, Object... args) {
            return Fault.at(path + "." + column, code, args);
        }
    }

    /** Reads one line after the other and notes what is wrong, so that all faults of a file come at once. */
    static final class Faults {

        private final List<Fault> found = new ArrayList<>();

        void add(Fault fault) {
            found.add(fault);
        }

        List<Fault> found() {
            return found;
        }

        /** The text of a cell that has to be there, or null after noting that it is not. */
        @Nullable
        String required(Line line, String column) {
            String text = line.get(column);
            if (text == null) {
                add(line.fault(column, "fault.import.missing", column));
            }
            return text;
        }
    }
}
