package org.sifang.document;

import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.springframework.context.MessageSource;

/** Page x of y at the foot of each page: known, for a document made in parts, only after its last page. */
final class Folio {

    private static final float SIZE = 9;
    private static final float BASELINE = 24;

    private Folio() {}

    static void number(PDDocument document, PDFont font, MessageSource messages, Locale locale) throws IOException {
        int pages = document.getNumberOfPages();
        int number = 0;
        for (PDPage page : document.getPages()) {
            String text = messages.getMessage("document.folio", new Object[] {++number, pages}, locale);
            float width = font.getStringWidth(text) / 1000 * SIZE;
            try (PDPageContentStream stream = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                stream.beginText();
                stream.setFont(font, SIZE);
                stream.newLineAtOffset((page.getMediaBox().getWidth() - width) / 2, BASELINE);
                stream.showText(text);
                stream.endText();
            }
        }
    }
}
