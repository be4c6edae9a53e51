package org.sifang.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.MessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The renderer without the application around it. */
public final class PdfRendererFixture {

    private PdfRendererFixture() {}

    public static PdfRenderer renderer(MessageSource messages) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
        try {
            return new PdfRenderer(engine, messages, new PaperFonts(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
