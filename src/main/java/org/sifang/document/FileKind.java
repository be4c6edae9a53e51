package org.sifang.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file is by its first bytes, whatever its name says; nothing else is taken in. */
public enum FileKind {
    JPEG("image/jpeg", ".jpg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", ".png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
    PDF("application/pdf", ".pdf", '%', 'P', 'D', 'F', '-'),
    /** A text or table of an office program (ISO/IEC 29500), told from other archives by the part every one has. */
    OFFICE("application/octet-stream", ".docx", 'P', 'K', 0x03, 0x04);

    private static final String OFFICE_PART = "[Content_Types].xml";

    /** How far into an archive its first names are looked for, in bytes. */
    private static final int HEAD = 8 * 1024;

    private static final int BYTE = 0xFF;

    private final String mediaType;
    private final String ending;
    private final int[] beginning;

    FileKind(String mediaType, String ending, int... beginning) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.beginning = beginning;
    }

    public static Optional<FileKind> of(byte[] bytes) {
        return Arrays.stream(values()).filter(kind -> kind.begins(bytes)).findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /** For a file without a name of its own; begins with a dot. */
    public String ending() {
        return ending;
    }

    private boolean begins(byte[] bytes) {
        if (bytes.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if ((bytes[i] & BYTE) != beginning[i]) {
                return false;
            }
        }
        return this != OFFICE
                || new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1)
                        .contains(OFFICE_PART);
    }

    /** A photo without what a phone writes beside it (place, device, names) but its way up; everything else as it came. */
    public byte[] clean(byte[] bytes) {
        return this == JPEG ? PhotoNotes.without(bytes) : bytes;
    }
}
