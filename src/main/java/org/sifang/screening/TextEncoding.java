package org.sifang.screening;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How a text file is encoded: by its mark, else UTF-8 when every byte of it is valid UTF-8, else GB 18030, which Chinese
 * Excel writes and which has room for every character of GBK and GB 2312.
 *
 * @param mark length of the byte order mark at the beginning, in bytes
 */
record TextEncoding(Charset charset, int mark) {

    private static final Charset GB_18030 = Charset.forName("GB18030");

    /** @throws UnreadableSheet when it is no text */
    static TextEncoding of(byte[] content) throws UnreadableSheet {
        if (begins(content, 0xEF, 0xBB, 0xBF)) {
            return decoding(new TextEncoding(StandardCharsets.UTF_8, 3), content);
        }
        if (begins(content, 0xFF, 0xFE)) {
            return decoding(new TextEncoding(StandardCharsets.UTF_16LE, 2), content);
        }
        if (begins(content, 0xFE, 0xFF)) {
            return decoding(new TextEncoding(StandardCharsets.UTF_16BE, 2), content);
        }
        TextEncoding unmarked = new TextEncoding(StandardCharsets.UTF_8, 0);
        return unmarked.decodes(content) ? unmarked : decoding(new TextEncoding(GB_18030, 0), content);
    }

    private static TextEncoding decoding(TextEncoding encoding, byte[] content) throws UnreadableSheet {
        if (!encoding.decodes(content)) {
            throw new UnreadableSheet("fault.screening.csv.encoding");
        }
        return encoding;
    }

    /** Whether every byte is valid, and no character is one that texts do not have. */
    private boolean decodes(byte[] content) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content, mark, content.length - mark);
        CharBuffer characters = CharBuffer.allocate(1 << 14);
        while (true) {
            CoderResult result = decoder.decode(bytes, characters, true);
            if (result.isError() || hasControls(characters)) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            characters.clear();
        }
    }

    private static boolean hasControls(CharBuffer characters) {
        for (int i = 0; i < characters.position(); i++) {
            char c = characters.get(i);
            if (c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f') {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(byte[] content, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
