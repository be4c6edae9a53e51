package org.sifang.kernel;

/**
 * What people type, paste and export, brought to one form before it is judged: full-width digits and letters, the
 * invisible marks that Word, WeChat and web pages leave behind, blanks of every width.
 */
public final class TypedText {

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    private TypedText() {}

    /** Half-width letters, digits and signs, single blanks, nothing invisible, nothing around it. */
    public static String tidy(String typed) {
        StringBuilder tidy = new StringBuilder(typed.length());
        boolean blankPending = false;
        for (int i = 0; i < typed.length(); ) {
            int point = typed.codePointAt(i);
            i += Character.charCount(point);
            if (isBlank(point)) {
                blankPending = !tidy.isEmpty();
            } else if (!isInvisible(point)) {
                if (blankPending) {
                    tidy.append(' ');
                    blankPending = false;
                }
                tidy.appendCodePoint(halfWidth(point));
            }
        }
        return tidy.toString();
    }

    /** As {@link #tidy}, without any blank: for numbers and codes. */
    public static String compact(String typed) {
        return tidy(typed).replace(" ", "");
    }

    private static int halfWidth(int point) {
        return point >= FULL_WIDTH_FIRST && point <= FULL_WIDTH_LAST ? point - FULL_WIDTH_OFFSET : point;
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT || type == Character.CONTROL || (point >= 0xFE00 && point <= 0xFE0F);
    }
}
