package org.sifang.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** One font file, and the characters it can draw. */
class Typeface {

    private static final int PLANES_WITH_LETTERS = 0x40000;

    private final Resource file;
    private final boolean bold;
    private volatile SoftReference<byte[]> content = new SoftReference<>(null);
    private volatile @Nullable BitSet characters;

    Typeface(Resource file) {
        this.file = file;
        this.bold = String.valueOf(file.getFilename()).contains("-Bold");
    }

    boolean bold() {
        return bold;
    }

    boolean draws(int codePoint) {
        BitSet known = characters;
        if (known == null) {
            known = read();
            characters = known;
        }
        return known.get(codePoint);
    }

    /** A parsed font belongs to one document: it keeps a position in its file. */
    TrueTypeFont parse() throws IOException {
        byte[] bytes = content.get();
        if (bytes == null) {
            bytes = file.getContentAsByteArray();
            content = new SoftReference<>(bytes);
        }
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        SearchableCmap.install(font);
        return font;
    }

    private BitSet read() {
        try (TrueTypeFont font = parse()) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            BitSet known = new BitSet();
            for (int codePoint = ' '; codePoint < PLANES_WITH_LETTERS; codePoint++) {
                if (glyphs.getGlyphId(codePoint) > 0) {
                    known.set(codePoint);
                }
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
