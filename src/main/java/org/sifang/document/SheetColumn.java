package org.sifang.document;

/**
 * A column of a sheet.
 *
 * @param width in characters of Latin width; a Chinese one takes two
 */
public record SheetColumn(String header, int width, Kind kind) {

    /** What a column's cells hold, and how they are shown. */
    public enum Kind {
        TEXT("@"),
        NUMBER("0"),
        DATE("yyyy-mm-dd"),
        INSTANT("yyyy-mm-dd hh:mm");

        private final String format;

        Kind(String format) {
            this.format = format;
        }

        String format() {
            return format;
        }
    }

    public static SheetColumn text(String header, int width) {
        return new SheetColumn(header, width, Kind.TEXT);
    }

    public static SheetColumn number(String header, int width) {
        return new SheetColumn(header, width, Kind.NUMBER);
    }

    public static SheetColumn date(String header, int width) {
        return new SheetColumn(header, width, Kind.DATE);
    }

    public static SheetColumn instant(String header, int width) {
        return new SheetColumn(header, width, Kind.INSTANT);
    }
}
