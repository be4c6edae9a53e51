package org.sifang.accountability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.sifang.document.Paper;
import org.sifang.document.PdfRenderer;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A fact file as PDF; in Chinese, as it was sealed. The same file gives the same bytes. */
@Component
public class FactFilePaper {

    private static final Locale OFFICIAL = Locale.SIMPLIFIED_CHINESE;

    private final PdfRenderer renderer;
    private final FactLines lines;
    private final MessageSource messages;

    FactFilePaper(PdfRenderer renderer, FactLines lines, MessageSource messages) {
        this.renderer = renderer;
        this.lines = lines;
        this.messages = messages;
    }

    /** @throws IllegalStateException when the file is damaged */
    public byte[] print(FactFile file) {
        FactFileContent content = file.content();
        String title = String.valueOf(messages.getMessage("accountability.fact.title", null, OFFICIAL));
        Map<String, Object> model = Map.of(
                "title", title,
                "file", file,
                "content", content,
                "lines", lines.of(content, OFFICIAL),
                "words", lines,
                "locale", OFFICIAL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(OFFICIAL);
        try {
            renderer.render(new Paper("accountability/fact-paper", title, OFFICIAL, file.compiledAt()), model, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            LocaleContextHolder.setLocale(before);
        }
        return out.toByteArray();
    }
}
