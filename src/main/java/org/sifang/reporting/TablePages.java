package org.sifang.reporting;

import java.util.ArrayList;
import java.util.LinkedList;
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
    private static final int TAKEN_ALONG = 3;
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

    static List<Page> of(List<ReportRow> rows) {
        List<List<ReportRow>> sheets = new ArrayList<>(List.of(new ArrayList<>()));
        double left = room(1);
        for (ReportRow row : rows) {
            double height = height(row);
            if (height > left && !last(sheets).isEmpty()) {
                sheets.add(new ArrayList<>());
                left = room(sheets.size());
            }
            last(sheets).add(row);
            left -= height;
        }
        if (left < CLOSING) {
            sheets.add(takeAlong(last(sheets)));
        }
        List<Page> pages = new ArrayList<>();
        int before = 0;
        for (List<ReportRow> sheet : sheets) {
            pages.add(new Page(sheet, pages.size() + 1, before, pages.size() + 1 == sheets.size()));
            before += sheet.size();
        }
        return pages;
    }

    /** Signatures and stamp do not stand on a page without people: some of the last page's go with them. */
    private static List<ReportRow> takeAlong(List<ReportRow> full) {
        LinkedList<ReportRow> along = new LinkedList<>();
        double left = room(2) - CLOSING;
        while (along.size() < TAKEN_ALONG && full.size() > 1) {
            left -= height(last(full));
            if (left < 0) {
                break;
            }
            along.addFirst(full.remove(full.size() - 1));
        }
        return along;
    }

    private static <T> T last(List<T> all) {
        return all.get(all.size() - 1);
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
