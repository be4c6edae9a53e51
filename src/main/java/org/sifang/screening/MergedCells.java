package org.sifang.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells merged over several rows: a family's address is written once beside all of its members. Each row gets the value
 * of the first.
 */
final class MergedCells {

    private static final Pattern RANGE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");

    /** In order of their first rows; taken away as they are passed. */
    private final List<Range> waiting;

    private int next;
    private final Map<Integer, Open> open = new HashMap<>();

    private record Range(int first, int last, int column) {}

    private record Open(int last, SheetCell value) {}

    MergedCells(List<String> references) {
        List<Range> ranges = new ArrayList<>();
        for (String reference : references) {
            Matcher range = RANGE.matcher(reference);
            if (range.matches()) {
                int first = Integer.parseInt(range.group(2));
                int last = Integer.parseInt(range.group(4));
                if (last > first) {
                    ranges.add(new Range(first, last, column(range.group(1))));
                }
            }
        }
        ranges.sort(Comparator.comparingInt(Range::first));
        this.waiting = List.copyOf(ranges);
    }

    /** Completes a row in place; rows must come in their order. */
    void complete(int row, List<SheetCell> cells) {
        for (Iterator<Map.Entry<Integer, Open>> each = open.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Integer, Open> merged = each.next();
            if (merged.getValue().last() < row) {
                each.remove();
            } else {
                fill(cells, merged.getKey(), merged.getValue().value());
            }
        }
        for (; next < waiting.size() && waiting.get(next).first() <= row; next++) {
            Range range = waiting.get(next);
            if (range.first() == row && range.column() < cells.size()) {
                open.put(range.column(), new Open(range.last(), cells.get(range.column())));
            }
        }
    }

    private static void fill(List<SheetCell> cells, int column, SheetCell value) {
        while (cells.size() <= column) {
            cells.add(SheetCell.BLANK);
        }
        if (cells.get(column).isBlank()) {
            cells.set(column, value);
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
