package org.sifang.screening.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.ItemPage;
import org.sifang.organization.Actor;
import org.sifang.screening.NoticeToScreen;
import org.sifang.screening.Outcome;
import org.sifang.screening.SheetImport;
import org.sifang.screening.SheetImports;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Sheets of found people, for other systems. */
@RestController
@RequestMapping("/api/v1/screening/imports")
class ImportApi {

    private static final int LARGEST_PAGE = 500;
    private static final int MOST_ROWS = 1_000;

    private final SheetImports imports;
    private final Reasons reasons;
    private final Clock clock;

    ImportApi(SheetImports imports, Reasons reasons, Clock clock) {
        this.imports = imports;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** The import that was begun. */
    record Accepted(UUID id) {}

    /**
     * Takes a sheet; its rows are judged in the background.
     *
     * @param notice id or number of a notice in force
     * @param organisation for which the people are registered; the sender's own when it is left out
     * @param file .xlsx, or CSV in UTF-8 or GB 18030, of 50 MB at most
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Accepted> upload(
            @RequestParam String notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam MultipartFile file,
            Actor actor) {
        Upload upload = Upload.of(file);
        String holder = organisation == null ? actor.organization() : organisation;
        UUID id = imports.accept(notice, holder, upload.name(), upload.content(), actor, clock.instant());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/screening/imports/" + id))
                .body(new Accepted(id));
    }

    /** Imports, the latest first. */
    @GetMapping
    ItemPage<ImportJson> list(
            @RequestParam(required = false) @Nullable String notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor,
            Locale locale) {
        NoticeToScreen wanted = notice == null ? null : imports.notice(notice, actor);
        ItemPage<SheetImport> found = imports.list(
                wanted == null ? null : wanted.id(),
                organisation,
                actor,
                Math.max(0, page),
                Math.min(Math.max(1, size), LARGEST_PAGE));
        return new ItemPage<>(
                found.items().stream().map(sheet -> json(sheet, locale)).toList(),
                found.total(),
                found.page(),
                found.size());
    }

    @GetMapping("/{id}")
    ImportJson show(@PathVariable UUID id, Actor actor, Locale locale) {
        return json(imports.require(id, actor), locale);
    }

    /**
     * The first thousand rows that were rejected or taken with a remark, with all reasons.
     *
     * @param outcome REJECTED or CONFLICTING; both when it is left out
     */
    @GetMapping("/{id}/rows")
    List<ImportJson.Row> rows(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Outcome outcome,
            Actor actor,
            Locale locale) {
        SheetImport sheet = imports.require(id, actor);
        return imports.remarks(sheet.id(), outcome, MOST_ROWS).stream()
                .map(row -> new ImportJson.Row(row.number(), row.outcome(), reasons.told(row.reasons(), locale)))
                .toList();
    }

    /** The rejected rows in the columns in which they came, with their row numbers and reasons; taking it is recorded. */
    @GetMapping("/{id}/rejected")
    ResponseEntity<byte[]> rejected(@PathVariable UUID id, Actor actor, Locale locale) {
        byte[] content = imports.takeRejected(id, actor, locale, clock.instant());
        return Spreadsheets.download(content, reasons.say("screening.rejected.file", locale));
    }

    private ImportJson json(SheetImport sheet, Locale locale) {
        return ImportJson.of(sheet, reasons.told(sheet.failure(), locale), clock.getZone());
    }
}
