package org.sifang.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a phone writes into a JPEG beside the picture: where it was taken, with what, by whom. All of it goes but the way up, or
 * every photo held upright would lie on its side.
 */
final class PhotoNotes {

    private static final int MARK = 0xFF;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_APPLICATION = 0xE1;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int COLOUR_PROFILE = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int COMMENT = 0xFE;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final int MOST_ENTRIES = 500;

    private PhotoNotes() {}

    /** The same picture without its notes; a file that is not built as a JPEG is comes back as it was. */
    static byte[] without(byte[] photo) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(photo.length);
        kept.write(photo, 0, 2);
        int at = 2;
        while (at + 4 <= photo.length && (photo[at] & MARK) == MARK) {
            int marker = photo[at + 1] & MARK;
            if (marker == START_OF_SCAN) {
                kept.write(photo, at, photo.length - at);
                return kept.toByteArray();
            }
            int length = 2 + ((photo[at + 2] & MARK) << 8 | photo[at + 3] & MARK);
            if (length < 4 || at + length > photo.length) {
                return photo;
            }
            if (!isNote(marker)) {
                kept.write(photo, at, length);
            } else if (marker == FIRST_APPLICATION) {
                int way = wayUp(photo, at + 4, at + length);
                if (way > 1) {
                    kept.writeBytes(note(way));
                }
            }
            at += length;
        }
        return photo;
    }

    private static boolean isNote(int marker) {
        boolean application = marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION;
        return marker == COMMENT || application && marker != ADOBE && marker != COLOUR_PROFILE;
    }

    /** EXIF's orientation, 1 to 8; 1 when it says nothing. */
    private static int wayUp(byte[] photo, int from, int to) {
        int tiff = from + EXIF.length;
        if (tiff + 8 > to || !Arrays.equals(Arrays.copyOfRange(photo, from, tiff), EXIF)) {
            return 1;
        }
        ByteBuffer notes = ByteBuffer.wrap(photo, tiff, to - tiff).slice();
        notes.order(notes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = notes.getInt(4);
        if (first < 8 || first > notes.limit() - 2) {
            return 1;
        }
        int entries = Math.min(notes.getShort(first) & 0xFFFF, MOST_ENTRIES);
        for (int entry = first + 2; entry + ENTRY <= notes.limit() && entries > 0; entry += ENTRY, entries--) {
            if ((notes.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int way = notes.getShort(entry + 8);
                return way >= 1 && way <= 8 ? way : 1;
            }
        }
        return 1;
    }

    /** A segment that says nothing but the way up. */
    private static byte[] note(int way) {
        ByteBuffer note = ByteBuffer.allocate(36);
        note.put((byte) MARK).put((byte) FIRST_APPLICATION).putShort((short) 34).put(EXIF);
        note.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        note.putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) SHORT)
                .putInt(1);
        return note.putShort((short) way).putShort((short) 0).putInt(0).array();
    }
}
