package org.sifang.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * What stands outside the flow of an official document: the imprint (版记), whose last line closes the type area of the
 * last page, and the page numbers, outside on each page. Measures of GB/T 9704-2012, sections 7.4 and 7.5, in points.
 */
final class Imprint {

    private static final float MM = 72 / 25.4f;
    private static final float LEFT = 28 * MM;
    private static final float WIDTH = 156 * MM;
    private static final float BOTTOM = 35 * MM;

    /** 四号. */
    private static final float SIZE = 14;

    private static final float ROW = 8 * MM;
    private static final float BASELINE = 2.4f * MM;
    private static final float THICK = 0.35f * MM;
    private static final float THIN = 0.25f * MM;
    private static final float FOLIO = BOTTOM - 7 * MM - 5;

    private final OpenFonts fonts;
    private final PDFont font;
    private final List<String> copies;
    private final String printer;
    private final String day;

    private Imprint(OpenFonts fonts, OfficialPaper paper) throws IOException {
        this.fonts = fonts;
        this.font = fonts.regular();
        this.copies = copies(paper.copies());
        this.printer = fonts.plain(paper.printer());
        this.day = paper.day() + "印发";
    }

    /** Height in millimetres to be left free behind the text; never less than it takes. */
    static int space(OfficialPaper paper) {
        int signs = paper.copies().stream().mapToInt(name -> name.length() + 1).sum();
        int rows = signs == 0 ? 1 : 2 + signs / 24;
        return 8 * rows + 4;
    }

    static void print(PDDocument document, OpenFonts fonts, OfficialPaper paper) throws IOException {
        Imprint imprint = new Imprint(fonts, paper);
        int pages = document.getNumberOfPages();
        for (int number = 1; number <= pages; number++) {
            PDPage page = document.getPage(number - 1);
            try (PDPageContentStream stream = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                imprint.folio(stream, number);
                if (number == pages) {
                    imprint.rows(stream);
                }
            }
        }
    }

    /** An odd page has its number on the right, an even one on the left, each one sign from the edge. */
    private void folio(PDPageContentStream stream, int number) throws IOException {
        String text = "— " + number + " —";
        float x = number % 2 == 1 ? LEFT + WIDTH - SIZE - width(text) : LEFT + SIZE;
        write(stream, text, x, FOLIO);
    }

    private void rows(PDPageContentStream stream) throws IOException {
        float y = BOTTOM;
        rule(stream, y, THICK);
        float room = WIDTH - 3 * SIZE - width(day);
        write(stream, printer, Math.min(SIZE, SIZE * room / width(printer)), LEFT + SIZE, y + BASELINE);
        write(stream, day, LEFT + WIDTH - SIZE - width(day), y + BASELINE);
        y += ROW;
        if (!copies.isEmpty()) {
            rule(stream, y, THIN);
            for (int row = copies.size() - 1; row >= 0; row--) {
                write(stream, copies.get(row), LEFT + (row == 0 ? SIZE : 4 * SIZE), y + BASELINE);
                y += ROW;
            }
        }
        rule(stream, y, THICK);
    }

    /** Those copied, separated by commas and ended with a full stop, in rows of the width there is. */
    private List<String> copies(List<String> names) throws IOException {
        List<String> rows = new ArrayList<>();
        if (names.isEmpty()) {
            return rows;
        }
        StringBuilder row = new StringBuilder("抄送：");
        float room = WIDTH - 2 * SIZE;
        for (String sign : fonts.plain(String.join("，", names) + "。").split("(?<=.)")) {
            if (width(row + sign) > room && !"，。".contains(sign)) {
                rows.add(row.toString());
                row.setLength(0);
                room = WIDTH - 5 * SIZE;
            }
            row.append(sign);
        }
        rows.add(row.toString());
        return rows;
    }

    private float width(String text) throws IOException {
        return font.getStringWidth(text) / 1000 * SIZE;
    }

    private void write(PDPageContentStream stream, String text, float x, float y) throws IOException {
        write(stream, text, SIZE, x, y);
    }

    private void write(PDPageContentStream stream, String text, float size, float x, float y) throws IOException {
        stream.beginText();
        stream.setFont(font, size);
        stream.newLineAtOffset(x, y);
        stream.showText(text);
        stream.endText();
    }

    private static void rule(PDPageContentStream stream, float y, float thickness) throws IOException {
        stream.setLineWidth(thickness);
        stream.moveTo(LEFT, y);
        stream.lineTo(LEFT + WIDTH, y);
        stream.stroke();
    }
}
