package org.sifang.accountability.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.accountability.Fact;
import org.sifang.accountability.FactFile;
import org.sifang.accountability.FactFileContent;
import org.sifang.accountability.FactFilePaper;
import org.sifang.accountability.FactFileVerification;
import org.sifang.accountability.FactFiles;
import org.sifang.accountability.FactKind;
import org.sifang.accountability.IssuedPaper;
import org.sifang.accountability.PaperKind;
import org.sifang.accountability.Papers;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Fact files and documents of accountability cases, for other systems. */
@RestController
@RequestMapping("/api/v1/accountability-cases/{id}")
class FactFileApi {

    private final FactFiles files;
    private final FactFilePaper paper;
    private final Papers papers;
    private final Clock clock;

    FactFileApi(FactFiles files, FactFilePaper paper, Papers papers, Clock clock) {
        this.files = files;
        this.paper = paper;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * @param rung action of the ladder's rung; null for other facts
     * @param entry number of the entry in the journal; null for what the list of breaches tells
     */
    record FactJson(
            FactKind kind,
            @Nullable String clause,
            @Nullable String clauseText,
            OffsetDateTime instant,
            @Nullable String rung,
            String actor,
            String text,
            UUID subject,
            @Nullable Long entry) {}

    /**
     * @param number counts the files of the case; a further breach makes a further file
     * @param hash SHA-256, in hex, of {@code canonical} in UTF-8
     * @param canonical the sealed text itself
     */
    record FileJson(
            UUID caseId,
            int number,
            @Nullable UUID notice,
            String party,
            String organisation,
            OffsetDateTime compiledAt,
            List<FactJson> facts,
            String hash,
            String canonical) {}

    record PaperJson(
            PaperKind kind, String number, String title, String addressee, OffsetDateTime issuedAt, String hash) {}

    @GetMapping(path = "/fact-file", produces = MediaType.APPLICATION_JSON_VALUE)
    FileJson file(@PathVariable UUID id, Actor actor) {
        FactFile file = files.require(id, actor);
        FactFileContent content = file.content();
        ZoneId zone = clock.getZone();
        return new FileJson(
                content.caseId(),
                content.number(),
                content.notice(),
                content.party(),
                content.organization(),
                offset(content.compiledAt(), zone),
                content.facts().stream().map(fact -> json(fact, zone)).toList(),
                file.hash(),
                file.canonical());
    }

    @GetMapping(path = "/fact-file", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] pdf(@PathVariable UUID id, Actor actor) {
        return paper.print(files.take(id, actor, clock.instant()));
    }

    /** Computes the hash again and compares every fact with the journal. */
    @GetMapping("/fact-file/verification")
    VerificationJson verification(@PathVariable UUID id, Actor actor) {
        FactFileVerification done = files.verify(id, actor);
        return new VerificationJson(done.intact(), done.number(), done.hash(), done.checked(), done.deviations());
    }

    record VerificationJson(
            boolean intact, int number, String hash, int checked, List<FactFileVerification.Deviation> deviations) {}

    @GetMapping("/papers")
    List<PaperJson> papers(@PathVariable UUID id, Actor actor) {
        return papers.of(id, actor).stream()
                .map(one -> json(one, clock.getZone()))
                .toList();
    }

    /** @param kind such as {@code circulated-criticism} */
    @GetMapping(path = "/papers/{kind}", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] paper(@PathVariable UUID id, @PathVariable String kind, Actor actor) {
        PaperKind wanted = PaperKind.ofPath(kind);
        if (wanted == null) {
            throw new NotFoundException("accountability.paper");
        }
        return papers.take(id, wanted, actor, clock.instant());
    }

    private static FactJson json(Fact fact, ZoneId zone) {
        return new FactJson(
                fact.kind(),
                fact.clause(),
                fact.clauseText(),
                offset(fact.at(), zone),
                fact.rung(),
                fact.actor(),
                fact.text(),
                fact.subject(),
                fact.entry());
    }

    private static PaperJson json(IssuedPaper one, ZoneId zone) {
        return new PaperJson(
                one.kind(), one.number(), one.title(), one.addressee(), offset(one.issuedAt(), zone), one.hash());
    }

    private static OffsetDateTime offset(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime();
    }
}
