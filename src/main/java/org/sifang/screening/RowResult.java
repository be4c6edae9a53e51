package org.sifang.screening;

import java.util.List;
import org.sifang.kernel.Fault;

/**
 * What became of one row, and why.
 *
 * @param number of the row in the sheet
 * @param fresh whether a case was opened
 * @param reasons for REJECTED and CONFLICTING: all there are
 */
public record RowResult(int number, Outcome outcome, boolean fresh, List<Fault> reasons) {

    static RowResult rejected(int number, List<Fault> reasons) {
        return new RowResult(number, Outcome.REJECTED, false, reasons);
    }

    boolean hasReasons() {
        return !reasons.isEmpty();
    }
}
