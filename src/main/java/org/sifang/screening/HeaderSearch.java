package org.sifang.screening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;

/** Looks for the headings in one sheet after the other, and remembers what came nearest. */
final class HeaderSearch {

    private @Nullable Header best;
    private boolean anything;

    /** Whether one of the first rows is a complete row of headings. */
    boolean lookInto(RowSource sheet) throws IOException {
        for (int looked = 0; looked < Header.WITHIN; looked++) {
            SheetRow row = sheet.next();
            if (row == null) {
                return false;
            }
            anything = true;
            best = Header.better(best, Header.in(row).orElse(null));
            if (best != null && best.isComplete()) {
                return true;
            }
        }
        return false;
    }

    int known() {
        return best == null ? 0 : best.columns().size();
    }

    Header found() {
        if (best == null) {
            throw new IllegalStateException("No headings were found");
        }
        return best;
    }

    /** Why the headings were not found: nothing there, no headings at all, or some of them missing. */
    UnreadableSheet failure() {
        if (!anything) {
            return new UnreadableSheet("fault.screening.file.empty");
        }
        if (best == null) {
            return new UnreadableSheet("fault.screening.header.none", Header.WITHIN);
        }
        List<Fault> faults = new ArrayList<>();
        best.missing().forEach(column -> faults.add(Fault.at(column.path(), "fault.screening.header." + column)));
        faults.add(Fault.at("file", "fault.screening.header.found", best.row(), best.shown()));
        return new UnreadableSheet(faults);
    }
}
