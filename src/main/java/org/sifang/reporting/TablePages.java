package org.sifang.reporting;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Cuts a table into sheets of paper before it is laid out, so that each can carry its own total and that of all before it,
 * and so that a long table is laid out some pages at a time. Lengths are millimetres on A4 landscape with the margins of
 * {@code document/paper}; text is taken a little wider than it is.
 */
final class TablePages {

    private static final double PAGE = 176;
    private static final double FIRST_HEAD = 44;
    private static final double HEAD = 9;
    private static final double TABLE_HEAD = 7;
    private static final double TOTAL = 7;
    private static final double CLOSING = 66;
    private static final double LINE = 4.35;
    private static final double PADDING = 2.6;
    private static final double EM = 3.175;

    /** Inner widths of name, number, phone, address and category; the template names the outer ones. */
    private static final double NAME = 33;

    private static final double NUMBER = 40;
    private static final double PHONE = 28;
    private static final double ADDRESS = 89;
    private static final double CATEGORY = 39;

    private TablePages() {}

    /**
     * One sheet of paper.
     *
     * @param before people on the pages before
     * @param closing whether the totals of the whole table, the signatures and the place for the stamp are on it
     */
    record Page(List<ReportRow> rows, int number, int before, boolean closing) {

        Page {
            rows = List.copyOf(rows);
        }

        public boolean first() {
            return number == 1;
        }

        public int running() {
            return before + rows.size();
        }
    }

    static List<Page> of(Iterator<ReportRow> rows) {
        List<Page> pages = new ArrayList<>();
        List<ReportRow> current = new ArrayList<>();
        int before = 0;
        double left = room(1);
        while (rows.hasNext()) {
            ReportRow row = rows.next();
            double height = height(row);
            if (height > left && !current.isEmpty()) {
                pages.add(new Page(current, pages.size() + 1, before, false));
                before += current.size();
                current = new ArrayList<>();
                left = room(pages.size() + 1);
            }
            current.add(row);
            left -= height;
        }
        if (left >= CLOSING) {
            pages.add(new Page(current, pages.size() + 1, before, true));
        } else {
            pages.add(new Page(current, pages.size() + 1, before, false));
            pages.add(new Page(List.of(), pages.size() + 1, before + current.size(), true));
        }
        return pages;
    }

    private static double room(int number) {
        return PAGE - (number == 1 ? FIRST_HEAD : HEAD) - TABLE_HEAD - TOTAL;
    }

    private static double height(ReportRow row) {
        int lines = Math.max(
                Math.max(lines(row.name(), NAME), lines(row.address(), ADDRESS)),
                Math.max(
                        Math.max(lines(row.phone(), PHONE), lines(row.number(), NUMBER)),
                        lines(row.category(), CATEGORY)));
        return lines * LINE + PADDING;
    }

    private static int lines(String text, double width) {
        double length = text.codePoints().mapToDouble(TablePages::ems).sum() * EM;
        // A line may end early, before a mark that must not begin the next one or within a word.
        return length <= width ? 1 : (int) Math.ceil(length / (width - EM));
    }

    private static double ems(int codePoint) {
        return codePoint < 0x2000 ? 0.6 : 1;
    }
}
