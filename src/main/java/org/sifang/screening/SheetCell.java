package org.sifang.screening;

/**
 * A cell as its text. Numbers are written out in full (19900000001, never 1.99E10), dates as 2026-07-31, formulas as the
 * value that was stored with them; nothing is ever evaluated.
 */
record SheetCell(Kind kind, String text) {

    static final SheetCell BLANK = new SheetCell(Kind.BLANK, "");

    /** What the sheet says about the cell. */
    enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        /** A formula whose value was not stored, so that there is nothing to read. */
        NO_VALUE,
        /** #N/A, #REF! and the like. */
        ERROR
    }

    static SheetCell text(String text) {
        return text.isBlank() ? BLANK : new SheetCell(Kind.TEXT, text);
    }

    boolean isBlank() {
        return kind == Kind.BLANK;
    }

    /** Cells hold personal data. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
