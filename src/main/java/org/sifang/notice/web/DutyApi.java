package org.sifang.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.notice.DutyFilter;
import org.sifang.notice.DutyState;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.notice.Timeliness;
import org.sifang.organization.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Duties for other systems: who owes what, and every step of it. A body may be left out where all of it is optional. */
@RestController
@RequestMapping("/api/v1/duties")
@Tag(name = "duties")
class DutyApi {

    private final Duties duties;
    private final DutyDesk desk;
    private final Notices notices;
    private final DutyJson json;

    DutyApi(Duties duties, DutyDesk desk, Notices notices, DutyJson json) {
        this.duties = duties;
        this.desk = desk;
        this.notices = notices;
        this.json = json;
    }

    /** User names of those who answer for it; those on file when left out. */
    record Receipt(@Nullable String responsible, @Nullable String deputy) {}

    /** @param zero for reports: that there is nobody to report */
    record HandIn(@Nullable Boolean zero, @Nullable String remark) {}

    /** @param dueAt ISO 8601 with offset */
    record Extension(@Nullable String dueAt, @Nullable String reason) {}

    @GetMapping
    @Operation(
            summary =
                    "Duties in the caller's place and line, or ordered by his organisation, the latest deadline first")
    ItemPage<DutyJson.Item> list(
            @Parameter(description = "id or number of a notice") @RequestParam(required = false) @Nullable
                    String notice,
            @Parameter(description = "code of the addressee", example = "150502")
                    @RequestParam(required = false)
                    @Nullable
                    String organisation,
            @Parameter(description = "code of an obligation of the notice", example = "stock")
                    @RequestParam(required = false)
                    @Nullable
                    String obligation,
            @RequestParam(required = false) @Nullable DutyState state,
            @RequestParam(required = false) @Nullable Timeliness timeliness,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        int from = Math.max(page, 0);
        int most = Paging.size(size);
        UUID meant = null;
        if (given(notice) != null) {
            Optional<NoticeView> found = notices.find(String.valueOf(notice).strip(), actor);
            if (found.isEmpty()) {
                return new ItemPage<>(List.of(), 0, from, most);
            }
            meant = found.get().id();
        }
        DutyFilter filter =
                new DutyFilter(meant, given(organisation), given(obligation), state, timeliness, null, null, null);
        ItemPage<Duty> found = duties.list(actor, filter, from, most);
        return new ItemPage<>(json.items(found.items()), found.total(), found.page(), found.size());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One duty with what was handed in for it")
    DutyJson.Sheet one(@PathVariable UUID id, Actor actor) {
        return json.sheet(duties.require(id, actor));
    }

    @PostMapping("/{id}/receive")
    @Operation(summary = "签收: take it on, and name who answers for it")
    DutyJson.Item receive(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Receipt receipt, Actor actor) {
        return json.item(desk.receive(
                id,
                receipt == null ? null : given(receipt.responsible()),
                receipt == null ? null : given(receipt.deputy()),
                actor));
    }

    @PostMapping("/{id}/submit")
    @Operation(summary = "Hand it in; the sign-off stands with the caller's name")
    DutyJson.Item submit(@PathVariable UUID id, @RequestBody(required = false) @Nullable HandIn handIn, Actor actor) {
        return json.item(desk.submit(
                id, handIn == null ? null : handIn.zero(), handIn == null ? null : given(handIn.remark()), actor));
    }

    @PostMapping("/{id}/accept")
    @Operation(summary = "The issuer accepts what was handed in")
    DutyJson.Item accept(@PathVariable UUID id, Actor actor) {
        return json.item(desk.accept(id, actor));
    }

    @PostMapping("/{id}/return")
    @Operation(summary = "The issuer gives it back to be mended; it is owed again")
    DutyJson.Item giveBack(
            @PathVariable UUID id, @RequestBody(required = false) NoticeApi.@Nullable Reason reason, Actor actor) {
        return json.item(desk.giveBack(id, NoticeApi.Reason.of(reason), actor));
    }

    @PostMapping("/{id}/extend")
    @Operation(summary = "The issuer moves the deadline")
    DutyJson.Item extend(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Extension extension, Actor actor) {
        Extension wanted = Objects.requireNonNullElse(extension, new Extension(null, null));
        return json.item(desk.extend(id, TypedInstant.withOffset("dueAt", wanted.dueAt()), wanted.reason(), actor));
    }

    @PostMapping("/{id}/waive")
    @Operation(summary = "The issuer spares the addressee")
    DutyJson.Item waive(
            @PathVariable UUID id, @RequestBody(required = false) NoticeApi.@Nullable Reason reason, Actor actor) {
        return json.item(desk.waive(id, NoticeApi.Reason.of(reason), actor));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
