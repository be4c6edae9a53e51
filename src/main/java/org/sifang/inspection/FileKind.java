package org.sifang.inspection;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** What a file is by its first bytes; nothing else is taken in. */
enum FileKind {
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
    PDF("application/pdf", '%', 'P', 'D', 'F', '-');

    private static final int MARK = 0xFF;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_APPLICATION = 0xE1;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int ADOBE = 0xEE;
    private static final int COLOUR_PROFILE = 0xE2;
    private static final int COMMENT = 0xFE;

    private final String mediaType;
    private final int[] beginning;

    FileKind(String mediaType, int... beginning) {
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    static Optional<FileKind> of(byte[] bytes) {
        return Arrays.stream(values()).filter(kind -> kind.begins(bytes)).findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    private boolean begins(byte[] bytes) {
        if (bytes.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if ((bytes[i] & MARK) != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    /** A photo without what a phone writes beside it (place, device, names); everything else as it came. */
    byte[] clean(byte[] bytes) {
        return this == JPEG ? withoutNotes(bytes) : bytes;
    }

    /** Leaves out the application segments and comments before the picture; a file of another build stays whole. */
    private static byte[] withoutNotes(byte[] bytes) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
        kept.write(bytes, 0, 2);
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & MARK) == MARK) {
            int marker = bytes[at + 1] & MARK;
            if (marker == START_OF_SCAN) {
                kept.write(bytes, at, bytes.length - at);
                return kept.toByteArray();
            }
            int length = 2 + ((bytes[at + 2] & MARK) << 8 | bytes[at + 3] & MARK);
            if (length < 4 || at + length > bytes.length) {
                return bytes;
            }
            if (!isNote(marker)) {
                kept.write(bytes, at, length);
            }
            at += length;
        }
        return bytes;
    }

    private static boolean isNote(int marker) {
        boolean application = marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION;
        return marker == COMMENT || application && marker != ADOBE && marker != COLOUR_PROFILE;
    }
}
