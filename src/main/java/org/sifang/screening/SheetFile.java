package org.sifang.screening;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells by its content what was uploaded, whatever its name says, and opens it. */
final class SheetFile {

    /** In bytes; the limit of an upload. */
    static final long LARGEST = 50L << 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] COMPOUND = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    /** Names in the directory of a compound file: what Office wraps around an encrypted workbook. */
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private static final String[] OTHER_TYPES = {
        "%PDF",
        "{\\rtf",
        "<html",
        "<!doc",
        "<table",
        "<?xml",
        "Rar!",
        "7z\u00bc\u00af",
        "\u0089PNG",
        "GIF8",
        "\u00ff\u00d8\u00ff"
    };

    private SheetFile() {}

    /** @throws UnreadableSheet when it cannot be taken: with every reason there is */
    static OpenSheet open(byte[] content) throws IOException {
        return isWorkbook(content) ? XlsxSheet.open(content) : CsvSheet.open(content);
    }

    /** All rows, the headings among them, whatever they are. */
    static RowSource rows(byte[] content) throws IOException {
        return isWorkbook(content) ? XlsxSheet.rows(content) : CsvSheet.rows(content);
    }

    /** @return false for a text file */
    private static boolean isWorkbook(byte[] content) throws UnreadableSheet {
        if (content.length > LARGEST) {
            throw new UnreadableSheet("fault.screening.file.large", LARGEST >> 20);
        }
        if (content.length == 0) {
            throw new UnreadableSheet("fault.screening.file.empty");
        }
        if (begins(content, COMPOUND)) {
            throw new UnreadableSheet(
                    contains(content, ENCRYPTED) ? "fault.screening.file.password" : "fault.screening.file.xls");
        }
        if (begins(content, ZIP) || begins(content, EMPTY_ZIP)) {
            return true;
        }
        String start = new String(content, 0, Math.min(content.length, 16), StandardCharsets.ISO_8859_1).stripLeading();
        for (String other : OTHER_TYPES) {
            if (start.regionMatches(true, 0, other, 0, other.length())) {
                throw new UnreadableSheet("fault.screening.file.type");
            }
        }
        return false;
    }

    private static boolean begins(byte[] content, byte[] first) {
        return content.length >= first.length && Arrays.equals(content, 0, first.length, first, 0, first.length);
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        for (int at = 0; at + wanted.length <= content.length; at++) {
            if (Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
