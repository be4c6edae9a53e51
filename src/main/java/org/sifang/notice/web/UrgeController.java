package org.sifang.notice.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.sifang.document.Paper;
import org.sifang.document.PdfRenderer;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.Duties;
import org.sifang.notice.UrgeNotice;
import org.sifang.notice.UrgeNotices;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The 催办通知书 as paper. It goes to officials, so it is written in Chinese whatever its reader reads. */
@Controller
class UrgeController {

    private static final Locale OFFICIAL = Locale.SIMPLIFIED_CHINESE;

    private final Duties duties;
    private final UrgeNotices urges;
    private final PdfRenderer renderer;
    private final Wording wording;
    private final SpanWords spans;
    private final MessageSource messages;

    UrgeController(
            Duties duties,
            UrgeNotices urges,
            PdfRenderer renderer,
            Wording wording,
            SpanWords spans,
            MessageSource messages) {
        this.duties = duties;
        this.urges = urges;
        this.renderer = renderer;
        this.wording = wording;
        this.spans = spans;
        this.messages = messages;
    }

    @GetMapping("/duties/{id}/urge.pdf")
    ResponseEntity<byte[]> paper(@PathVariable UUID id, Actor actor) throws IOException {
        UrgeNotice urge = urges.of(duties.require(id, actor)).orElseThrow(() -> new NotFoundException("urge"));
        String title = messages.getMessage("urge.title", null, OFFICIAL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(
                new Paper("notice/urge", title, OFFICIAL, urge.at()),
                Map.of("urge", urge, "title", title, "words", new UrgeWords(wording, spans, OFFICIAL)),
                out);
        String name = title + "-" + urge.duty().organizationName() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out.toByteArray());
    }
}
