package org.sifang.screening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One look over the raw XML of a sheet before a parser sees it. Tells how many rows there are and which cells are merged
 * (both stand behind or beside the data, where a streaming reader comes too late), and refuses what would exhaust the
 * reader: endless rows, columns beyond Excel's, references far behind the table of strings.
 */
final class TagScan {

    private static final int LARGEST_ROW = 4 << 20;
    private static final int LONGEST_TAG = 1024;
    private static final int ENCODING_SHOWS_WITHIN = 4;
    private static final int MOST_COLUMN_LETTERS = 3;
    private static final int MOST_ARRAY_FORMULAS = 2_000;
    private static final int MOST_MERGES = 200_000;

    private final byte[] tag = new byte[LONGEST_TAG];
    private int length;
    private long position;
    private boolean insideTag;
    private boolean insideRow;
    private boolean filled;
    private boolean sharedString;
    private boolean value;
    private long index;
    private long sinceRow;

    private int rows;
    private int hiddenRows;
    private int arrayFormulas;
    private int strings;
    private long highestString = -1;
    private final List<String> merges = new ArrayList<>();

    void read(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            for (int i = 0; i < count; i++) {
                take(buffer[i]);
            }
            sinceRow += count;
            if (insideRow && sinceRow > LARGEST_ROW) {
                throw new UnreadableSheet("fault.screening.file.bomb");
            }
        }
    }

    private void take(byte b) throws UnreadableSheet {
        if (position < ENCODING_SHOWS_WITHIN && (b == 0 || b == (byte) 0xFE || b == (byte) 0xFF)) {
            // UTF-16 and its kin would hide every tag from this look, and not from the parser.
            throw new UnreadableSheet("fault.screening.file.broken");
        }
        position++;
        if (b == '<') {
            insideTag = true;
            length = 0;
            endValue();
        } else if (b == '>' && insideTag) {
            insideTag = false;
            tag();
        } else if (insideTag) {
            if (length < LONGEST_TAG) {
                tag[length++] = b;
            }
        } else if (value && b >= '0' && b <= '9') {
            index = Math.min(index * 10 + b - '0', Integer.MAX_VALUE);
        }
    }

    private void endValue() {
        if (value && sharedString) {
            highestString = Math.max(highestString, index);
        }
        value = false;
    }

    private void tag() throws UnreadableSheet {
        boolean closing = length > 0 && tag[0] == '/';
        int start = closing ? 1 : 0;
        int end = start;
        while (end < length && tag[end] > ' ' && tag[end] != '/') {
            if (tag[end] == ':') {
                start = end + 1;
            }
            end++;
        }
        String name = new String(tag, start, end - start, StandardCharsets.ISO_8859_1);
        if (closing) {
            if (name.equals("row") || name.equals("si")) {
                insideRow = false;
                rows += filled && name.equals("row") ? 1 : 0;
            }
            return;
        }
        switch (name) {
            case "row" -> row();
            case "si" -> string();
            case "c" -> cell();
            case "v" -> startValue();
            case "is" -> filled = true;
            case "f" -> formula();
            case "mergeCell" -> merge();
            default -> {}
        }
    }

    private void row() {
        filled = false;
        if (attribute("hidden").equals("1") || attribute("hidden").equals("true")) {
            hiddenRows++;
        }
        enter();
    }

    private void string() {
        strings++;
        enter();
    }

    private void enter() {
        insideRow = length == 0 || tag[length - 1] != '/';
        sinceRow = 0;
    }

    private void cell() throws UnreadableSheet {
        String reference = attribute("r");
        int letters = 0;
        while (letters < reference.length() && Character.isLetter(reference.charAt(letters))) {
            letters++;
        }
        if (letters > MOST_COLUMN_LETTERS) {
            throw new UnreadableSheet("fault.screening.file.broken");
        }
        sharedString = attribute("t").equals("s");
    }

    private void startValue() {
        value = length == 0 || tag[length - 1] != '/';
        index = 0;
        filled = true;
    }

    private void formula() throws UnreadableSheet {
        if (attribute("t").equals("array") && ++arrayFormulas > MOST_ARRAY_FORMULAS) {
            throw new UnreadableSheet("fault.screening.file.array-formulas", MOST_ARRAY_FORMULAS);
        }
    }

    private void merge() throws UnreadableSheet {
        if (merges.size() == MOST_MERGES) {
            throw new UnreadableSheet("fault.screening.file.bomb");
        }
        merges.add(attribute("ref"));
    }

    /** The attribute's value, in either kind of quotes; empty when it is not there. */
    private String attribute(String name) {
        for (int at = 0; at + name.length() + 2 < length; at++) {
            if (tag[at] <= ' ' && matches(name, at + 1)) {
                int equals = at + 1 + name.length();
                while (equals < length && tag[equals] <= ' ') {
                    equals++;
                }
                if (equals + 1 < length && tag[equals] == '=') {
                    return quoted(equals + 1);
                }
            }
        }
        return "";
    }

    private boolean matches(String name, int at) {
        for (int i = 0; i < name.length(); i++) {
            if (tag[at + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String quoted(int at) {
        int start = at;
        while (start < length && tag[start] <= ' ') {
            start++;
        }
        if (start >= length) {
            return "";
        }
        byte quote = tag[start++];
        int end = start;
        while (end < length && tag[end] != quote) {
            end++;
        }
        return new String(tag, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** Rows with a value in them; sheets often have a million that are only formatted. */
    int rows() {
        return rows;
    }

    int hiddenRows() {
        return hiddenRows;
    }

    /** Number of shared strings, when this was the table of them. */
    int strings() {
        return strings;
    }

    /** Highest index into the table of shared strings; -1 when none is used. */
    long highestString() {
        return highestString;
    }

    /** Merged ranges such as {@code B3:B7}. */
    List<String> merges() {
        return merges;
    }
}
