package org.sifang.screening;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number as Excel shows it, from 1
 * @param hidden whether a filter or a hand hid it; it is read like any other
 */
record SheetRow(int number, List<SheetCell> cells, boolean hidden) {

    SheetCell cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : SheetCell.BLANK;
    }

    boolean isBlank() {
        return cells.stream().allMatch(SheetCell::isBlank);
    }
}
