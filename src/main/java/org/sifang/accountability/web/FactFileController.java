package org.sifang.accountability.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.accountability.AccountabilityCases;
import org.sifang.accountability.FactFile;
import org.sifang.accountability.FactFilePaper;
import org.sifang.accountability.FactFileVerification;
import org.sifang.accountability.FactFiles;
import org.sifang.accountability.FactLines;
import org.sifang.accountability.IssuedPaper;
import org.sifang.accountability.PaperKind;
import org.sifang.accountability.Papers;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The fact file of a case with its seal, and the documents issued in it. */
@Controller
class FactFileController {

    private final AccountabilityCases cases;
    private final FactFiles files;
    private final FactLines lines;
    private final FactFilePaper paper;
    private final Papers papers;
    private final Clock clock;

    FactFileController(
            AccountabilityCases cases,
            FactFiles files,
            FactLines lines,
            FactFilePaper paper,
            Papers papers,
            Clock clock) {
        this.cases = cases;
        this.files = files;
        this.lines = lines;
        this.paper = paper;
        this.papers = papers;
        this.clock = clock;
    }

    @GetMapping("/accountability/{id}/fact-file")
    String show(@PathVariable UUID id, Actor actor, Model model, Locale locale) {
        return show(id, null, actor, model, locale);
    }

    @PostMapping("/accountability/{id}/fact-file/verification")
    String verify(@PathVariable UUID id, Actor actor, Model model, Locale locale) {
        return show(id, files.verify(id, actor), actor, model, locale);
    }

    private String show(UUID id, @Nullable FactFileVerification verification, Actor actor, Model model, Locale locale) {
        model.addAttribute("case", cases.require(id, actor));
        FactFile file = files.find(id).orElse(null);
        model.addAttribute("file", file);
        model.addAttribute("lines", file != null && file.readable() ? lines.of(file.content(), locale) : List.of());
        model.addAttribute("papers", papers.of(id, actor));
        model.addAttribute("verification", verification);
        return "accountability/fact-file";
    }

    @GetMapping("/accountability/{id}/fact-file.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Actor actor) {
        FactFile file = files.take(id, actor, clock.instant());
        return answer(paper.print(file), MediaType.APPLICATION_PDF, "fact-file-" + file.number() + ".pdf");
    }

    /** The very bytes that were hashed: {@code sha256sum} of the file is its hash. */
    @GetMapping("/accountability/{id}/fact-file.json")
    ResponseEntity<byte[]> sealed(@PathVariable UUID id, Actor actor) {
        FactFile file = files.take(id, actor, clock.instant());
        return answer(
                file.canonical().getBytes(StandardCharsets.UTF_8),
                MediaType.APPLICATION_JSON,
                "fact-file-" + file.number() + ".json");
    }

    @GetMapping("/accountability/{id}/papers/{kind}.pdf")
    ResponseEntity<byte[]> paper(@PathVariable UUID id, @PathVariable String kind, Actor actor) {
        PaperKind wanted = PaperKind.ofPath(kind);
        if (wanted == null) {
            throw new NotFoundException("accountability.paper");
        }
        IssuedPaper issued = papers.require(id, wanted, actor);
        byte[] content = papers.take(id, wanted, actor, clock.instant());
        return answer(content, MediaType.APPLICATION_PDF, issued.number() + ".pdf");
    }

    private static ResponseEntity<byte[]> answer(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
