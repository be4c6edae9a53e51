package org.sifang.screening.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sifang.document.Paper;
import org.sifang.document.PdfRenderer;
import org.sifang.document.QrCode;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.screening.Declarations;
import org.sifang.screening.Declarations.OpenForm;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A page of paper for the community's board: what is asked, and a QR code that leads to the form. */
@Controller
class PosterController {

    private final Declarations declarations;
    private final Notices notices;
    private final PdfRenderer renderer;
    private final MessageSource messages;
    private final Wording wording;
    private final Clock clock;
    private final String publicAddress;

    PosterController(
            Declarations declarations,
            Notices notices,
            PdfRenderer renderer,
            MessageSource messages,
            Wording wording,
            Clock clock,
            @Value("${sifang.url:}") String publicAddress) {
        this.declarations = declarations;
        this.notices = notices;
        this.renderer = renderer;
        this.messages = messages;
        this.wording = wording;
        this.clock = clock;
        this.publicAddress = publicAddress;
    }

    @GetMapping("/declarations/poster.pdf")
    ResponseEntity<byte[]> poster(@RequestParam UUID notice, Actor actor, Locale locale) throws IOException {
        notices.require(notice, actor);
        OpenForm form = declarations.form(notice).orElseThrow(() -> new NotFoundException("notice"));
        String address = address(notice);
        String title = Objects.requireNonNull(messages.getMessage("declare.poster.title", null, locale));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(
                new Paper("screening/poster", title, locale, clock.instant()),
                Map.of(
                        "title", title,
                        "notice", form.notice(),
                        "issuer",
                                wording.organizationName(notices.require(notice).issuer()),
                        "address", address,
                        "code", QrCode.image(address)),
                out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"declare.pdf\"")
                .body(out.toByteArray());
    }

    private String address(UUID notice) {
        return publicAddress.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/declare/" + notice)
                        .toUriString()
                : publicAddress.replaceFirst("/+$", "") + "/declare/" + notice;
    }
}
