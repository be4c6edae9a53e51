package org.sifang.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** The fonts of one document, opened when its text first needs them and embedded once for all its parts. */
class OpenFonts implements Closeable {

    /** The family of the main faces in style sheets; {@code Sifang-1}, {@code Sifang-2}, … are those of rare characters. */
    static final String FAMILY = "Sifang";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final PDDocument document;
    private final List<Typeface> chain;
    private final Map<Typeface, PDFont> loaded = new LinkedHashMap<>();
    private final List<TrueTypeFont> parsed = new ArrayList<>();

    OpenFonts(PDDocument document, List<Typeface> chain) {
        this.document = document;
        this.chain = chain;
    }

    PDFont regular() {
        return load(chain.get(0));
    }

    /**
     * Registers the fonts this text needs.
     *
     * @return the text without control characters, and with {@code [U+2A6D6]} in place of a character that no font can
     *     draw: a name on paper may look odd, but never loses a character silently
     */
    String prepare(String xhtml, PdfRendererBuilder builder) {
        Set<Typeface> needed = new LinkedHashSet<>();
        chain.stream().limit(1).forEach(needed::add);
        chain.stream().filter(Typeface::bold).forEach(needed::add);
        StringBuilder text = new StringBuilder(xhtml.length());
        xhtml.codePoints().forEach(codePoint -> {
            if (codePoint == '\n' || codePoint >= ' ' && codePoint < 0x7f) {
                text.append((char) codePoint);
                return;
            }
            if (Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE) {
                text.append(' ');
                return;
            }
            Typeface face = faceOf(codePoint);
            if (face == null) {
                text.append(String.format(Locale.ROOT, "[U+%04X]", codePoint));
            } else {
                needed.add(face);
                text.appendCodePoint(codePoint);
            }
        });
        needed.forEach(face -> register(face, builder));
        return text.toString();
    }

    /** The text with 〓, the printers' stand-in, for what the regular face cannot draw. */
    String plain(String text) {
        return text.codePoints()
                .map(codePoint -> chain.get(0).draws(codePoint) ? codePoint : '〓')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private @Nullable Typeface faceOf(int codePoint) {
        for (Typeface face : chain) {
            if (!face.bold() && face.draws(codePoint)) {
                return face;
            }
        }
        return null;
    }

    private void register(Typeface face, PdfRendererBuilder builder) {
        PDFontSupplier supplier = new PDFontSupplier(load(face));
        if (face == chain.get(0) || face.bold()) {
            builder.useFont(supplier, FAMILY, face.bold() ? BOLD : REGULAR, FontStyle.NORMAL, true);
        } else {
            builder.useFont(
                    supplier,
                    FAMILY + "-"
                            + chain.stream()
                                    .filter(other -> !other.bold())
                                    .toList()
                                    .indexOf(face));
        }
    }

    private PDFont load(Typeface face) {
        return loaded.computeIfAbsent(face, wanted -> {
            try {
                TrueTypeFont font = wanted.parse();
                parsed.add(font);
                return PDType0Font.load(document, font, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() throws IOException {
        for (TrueTypeFont font : parsed) {
            font.close();
        }
    }
}
