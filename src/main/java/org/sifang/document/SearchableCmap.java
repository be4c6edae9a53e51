package org.sifang.document;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.CmapTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;

/**
 * A font's character table that names the ideograph first where a glyph stands for several characters. PDFBox writes the
 * first of them into the file as the glyph's text; left alone that is the Kangxi radical ⼈ (U+2F08) for 人 (U+4EBA), and
 * nobody who searches the file for a name finds it.
 */
class SearchableCmap extends CmapSubtable {

    private static final Comparator<Integer> IDEOGRAPH_FIRST =
            Comparator.comparing(SearchableCmap::lookalike).thenComparing(Comparator.naturalOrder());

    private final CmapSubtable original;

    private SearchableCmap(CmapSubtable original) {
        this.original = original;
        setPlatformId(original.getPlatformId());
        setPlatformEncodingId(original.getPlatformEncodingId());
    }

    static void install(TrueTypeFont font) throws IOException {
        CmapTable table = font.getCmap();
        CmapSubtable[] subtables = table.getCmaps().clone();
        for (int i = 0; i < subtables.length; i++) {
            subtables[i] = new SearchableCmap(subtables[i]);
        }
        table.setCmaps(subtables);
    }

    @Override
    public int getGlyphId(int characterCode) {
        return original.getGlyphId(characterCode);
    }

    @Override
    public @Nullable List<Integer> getCharCodes(int glyph) {
        List<Integer> codes = original.getCharCodes(glyph);
        return codes == null ? null : codes.stream().sorted(IDEOGRAPH_FIRST).toList();
    }

    /** Radicals and compatibility ideographs: U+2E80 to U+2FDF, U+F900 to U+FAFF, U+2F800 to U+2FA1F. */
    private static boolean lookalike(int code) {
        return code >= 0x2e80 && code <= 0x2fdf
                || code >= 0xf900 && code <= 0xfaff
                || code >= 0x2f800 && code <= 0x2fa1f;
    }
}
