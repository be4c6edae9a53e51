package org.sifang.document;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Makes A4 paper from a Thymeleaf template: XHTML and CSS paged media, Chinese fonts embedded as subsets. A long document
 * is given in parts, one after the other, so that only one part's layout is in memory; the pages are numbered through.
 */
@Component
public class PdfRenderer {

    private static final String OFFICIAL = "document/official";

    /** What is drawn once the pages are there. */
    private interface Finish {
        void on(PDDocument document, OpenFonts fonts) throws IOException;
    }

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final PaperFonts fonts;

    PdfRenderer(ITemplateEngine templates, MessageSource messages, PaperFonts fonts) {
        this.templates = templates;
        this.messages = messages;
        this.fonts = fonts;
    }

    /** Writes the document and leaves the stream open. */
    public void render(Paper paper, Map<String, Object> model, OutputStream out) throws IOException {
        render(paper, List.of(model).iterator(), out);
    }

    /**
     * Writes a document of parts and leaves the stream open. Each part begins a page.
     *
     * @param parts the model of each part, at least one; asked for one at a time
     */
    public void render(Paper paper, Iterator<Map<String, Object>> parts, OutputStream out) throws IOException {
        render(paper, parts, (document, fonts) -> number(document, fonts, paper), out);
    }

    /**
     * Writes papers that only share a file, each for somebody else, and leaves the stream open: their pages have no
     * numbers.
     *
     * @param parts the model of each part, at least one; asked for one at a time
     */
    public void renderApart(Paper paper, Iterator<Map<String, Object>> parts, OutputStream out) throws IOException {
        render(paper, parts, (document, fonts) -> {}, out);
    }

    /** Writes an official document, always in Chinese, and leaves the stream open. */
    public void render(OfficialPaper official, OutputStream out) throws IOException {
        Instant at = official.date().atStartOfDay(ZoneOffset.UTC).toInstant();
        render(
                new Paper(OFFICIAL, official.title(), Locale.SIMPLIFIED_CHINESE, at),
                List.of(Map.<String, Object>of("paper", official, "space", Imprint.space(official)))
                        .iterator(),
                (document, fonts) -> Imprint.print(document, fonts, official),
                out);
    }

    private void number(PDDocument document, OpenFonts fonts, Paper paper) throws IOException {
        Folio.number(document, fonts.regular(), messages, paper.locale());
    }

    private void render(Paper paper, Iterator<Map<String, Object>> parts, Finish finish, OutputStream out)
            throws IOException {
        try (PDDocument document = new PDDocument();
                OpenFonts open = fonts.open(document)) {
            while (parts.hasNext()) {
                append(document, open, templates.process(paper.template(), new Context(paper.locale(), parts.next())));
            }
            finish.on(document, open);
            describe(document, paper);
            document.save(out);
        }
    }

    private static void append(PDDocument document, OpenFonts fonts, String xhtml) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        // The stricter form of the writer uses embedded fonts only; otherwise it searches the machine for some.
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_B);
        // A paper is made of its template and its data alone: nothing is fetched.
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith("data:"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withHtmlContent(fonts.prepare(xhtml, builder), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    /** The properties replace those of the parts: no clock and no random id gets into the file. */
    private static void describe(PDDocument document, Paper paper) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(paper.title());
        information.setProducer("Sifang");
        information.setCreationDate(GregorianCalendar.from(paper.at().atZone(ZoneOffset.UTC)));
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setMetadata(null);
        document.getDocumentCatalog().setLanguage(paper.locale().toLanguageTag());
        document.setDocumentId(paper.at().toEpochMilli());
    }
}
