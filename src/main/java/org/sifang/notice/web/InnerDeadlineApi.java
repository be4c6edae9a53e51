package org.sifang.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.InnerDeadline;
import org.sifang.notice.InnerDeadlines;
import org.sifang.notice.Timeliness;
import org.sifang.organization.Actor;
import org.sifang.organization.OrganizationLevel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The deadlines of the levels below an addressee, for other systems. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "duties")
class InnerDeadlineApi {

    private final InnerDeadlines inner;
    private final Clock clock;

    InnerDeadlineApi(InnerDeadlines inner, Clock clock) {
        this.inner = inner;
        this.clock = clock;
    }

    /**
     * @param organisation code of the lower level's organisation
     * @param people how many people it entered; 0 says that there is nobody, null is silence
     */
    record Item(
            UUID duty,
            String organisation,
            OrganizationLevel level,
            OffsetDateTime dueAt,
            Timeliness timeliness,
            @Nullable OffsetDateTime confirmedAt,
            @Nullable Integer people,
            @Nullable String remark) {}

    /** @param organisation the caller's own when left out */
    record Confirmation(
            @Schema(example = "150502901001") @Nullable String organisation,

            @Schema(description = "0 says that there is nobody", example = "0") @Nullable
            Integer people,

            @Nullable String remark) {}

    @GetMapping("/inner-deadlines")
    @Operation(summary = "What the caller's own organisation has to confirm, the next first")
    List<Item> own(Actor actor) {
        return inner.open(actor).stream().map(this::item).toList();
    }

    @GetMapping("/duties/{id}/inner-deadlines")
    @Operation(summary = "The deadlines of the levels below the addressee, and who has confirmed")
    List<Item> of(@PathVariable UUID id, Actor actor) {
        return inner.of(id, actor).stream().map(this::item).toList();
    }

    @PostMapping("/duties/{id}/inner-confirmations")
    @Operation(
            summary = "A lower level says that its part of the duty is done",
            description = "For somebody of that organisation, and the service account of a command above it.")
    @ApiResponse(responseCode = "200", description = "The deadline as it stands now")
    @ApiResponse(responseCode = "403", description = "Not of this organisation")
    @ApiResponse(responseCode = "409", description = "Confirmed already, or the duty is no longer owed")
    @ApiResponse(responseCode = "422", description = "Every fault of what was sent")
    Item confirm(
            @Parameter(description = "id of the addressee's duty") @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Confirmation confirmation,
            Actor actor) {
        Confirmation said = Objects.requireNonNullElse(confirmation, new Confirmation(null, null, null));
        String organisation = Objects.requireNonNullElse(Words.given(said.organisation()), actor.organization());
        return item(inner.confirm(id, organisation, said.people(), Words.given(said.remark()), actor));
    }

    private Item item(InnerDeadline one) {
        return new Item(
                one.duty(),
                one.organization(),
                one.level(),
                local(one.dueAt()),
                one.timeliness(clock.instant()),
                one.confirmedAt() == null ? null : local(one.confirmedAt()),
                one.people(),
                one.remark());
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(clock.getZone()).toOffsetDateTime();
    }
}
