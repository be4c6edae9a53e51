package org.sifang.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.DefinitionDesk;
import org.sifang.notice.DefinitionReader;
import org.sifang.notice.NoticeDefinition;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeState;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notices for other systems: post a definition, issue it, end it. A notice is named by its id or its number. */
@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "notices")
class NoticeApi {

    private final Notices notices;
    private final NoticeDesk desk;
    private final DefinitionDesk definitions;
    private final NoticeJson json;

    NoticeApi(Notices notices, NoticeDesk desk, DefinitionDesk definitions, NoticeJson json) {
        this.notices = notices;
        this.desk = desk;
        this.definitions = definitions;
        this.json = json;
    }

    /** A sentence that says why. */
    record Reason(@Nullable String reason) {

        static String of(@Nullable Reason given) {
            return given == null ? "" : Objects.requireNonNullElse(given.reason(), "");
        }
    }

    @PostMapping(
            consumes = {
                MediaType.APPLICATION_JSON_VALUE,
                "application/*+json",
                MediaType.APPLICATION_YAML_VALUE,
                "application/x-yaml",
                "text/yaml",
                "text/x-yaml",
                MediaType.TEXT_PLAIN_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Draft a notice from its definition, in JSON or YAML",
            description = "The form is told in src/docs/notice-format.md. Whatever is wrong is told at once, each fault"
                    + " with its path. A definition with 'supersedes' replaces that notice when it is issued.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_YAML_VALUE,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(NoticeExample.YAML)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(type = "object"))
                            }))
    @ApiResponse(responseCode = "201", description = "'duties' is the size of the fan-out")
    NoticeJson.Receipt draft(@Parameter(hidden = true) HttpServletRequest request, Actor actor) throws IOException {
        byte[] content = request.getInputStream().readNBytes(DefinitionReader.MAX_BYTES + 1);
        NoticeDefinition definition = definitions.require(content, request.getContentType());
        return json.receipt(desk.draft(definition, actor));
    }

    @GetMapping
    @Operation(summary = "The notices the caller may see, the latest first")
    ItemPage<NoticeJson.Line> list(
            @RequestParam(required = false) @Nullable NoticeState state,
            @Parameter(description = "part of the number or the title") @RequestParam(required = false) @Nullable
                    String text,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        ItemPage<NoticeView> found = notices.list(actor, state, text, Math.max(page, 0), Paging.size(size));
        return new ItemPage<>(
                found.items().stream().map(json::line).toList(), found.total(), found.page(), found.size());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One notice: its definition, state, reviews, and how many duties stand where")
    NoticeJson.Sheet one(@PathVariable String id, Actor actor) {
        return json.sheet(notices.require(id, actor), actor);
    }

    @PostMapping("/{id}/issue")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Issue it at once; reviews that are missing stand as waived with the caller's name",
            description = "For a leader of the issuer, and its service account. Duties are opened in the background.")
    NoticeJson.Receipt issue(@PathVariable String id, Actor actor) {
        UUID notice = notices.require(id, actor).id();
        desk.issueAtOnce(notice, actor);
        return json.receipt(notices.require(notice));
    }

    @PostMapping("/{id}/lift")
    @Operation(summary = "End a notice in force; what is still owed is closed with the reason")
    NoticeJson.Receipt lift(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody(required = false) @Nullable Reason reason,
            Actor actor) {
        UUID notice = notices.require(id, actor).id();
        desk.lift(notice, Reason.of(reason), actor);
        return json.receipt(notices.require(notice));
    }

    @PostMapping("/{id}/withdraw")
    @Operation(summary = "Give up a draft")
    NoticeJson.Receipt withdraw(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody(required = false) @Nullable Reason reason,
            Actor actor) {
        UUID notice = notices.require(id, actor).id();
        desk.withdraw(notice, Reason.of(reason), actor);
        return json.receipt(notices.require(notice));
    }
}
