package org.sifang.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.LiveRound;
import org.sifang.notice.Notices;
import org.sifang.notice.Round;
import org.sifang.notice.RoundDesk;
import org.sifang.organization.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rounds (批次) for the issuer's other systems: all duties of an obligation that share one deadline. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "notices")
class RoundApi {

    private final RoundDesk desk;
    private final Notices notices;
    private final Clock clock;

    RoundApi(RoundDesk desk, Notices notices, Clock clock) {
        this.desk = desk;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param live how many of its duties are owed, or wait for acceptance */
    record Item(
            UUID id, String obligation, OffsetDateTime opensAt, OffsetDateTime dueAt, Round.State state, int live) {}

    /** @param moved how many duties got the new deadline */
    record Moved(UUID id, OffsetDateTime dueAt, int moved) {}

    @GetMapping("/notices/{id}/rounds")
    @Operation(summary = "The rounds of a notice whose ladder has not ended, by deadline; for its issuer")
    List<Item> live(@PathVariable String id, Actor actor) {
        return desk.live(notices.require(id, actor).id(), actor).stream()
                .map(this::item)
                .toList();
    }

    @PostMapping("/rounds/{id}/extend")
    @Operation(
            summary = "The issuer moves the deadline of a whole round, and its ladder with it",
            description = "Every duty of the round that is not closed gets the new deadline, which lies after the old.")
    @ApiResponse(responseCode = "200", description = "'moved' is how many duties got the new deadline")
    @ApiResponse(responseCode = "409", description = "Its ladder has come to an end, or it is still being opened")
    Moved extend(
            @PathVariable UUID id, @RequestBody(required = false) DutyApi.@Nullable Extension extension, Actor actor) {
        DutyApi.Extension wanted = Objects.requireNonNullElse(extension, new DutyApi.Extension(null, null));
        int moved = desk.extend(id, TypedInstant.withOffset("dueAt", wanted.dueAt()), wanted.reason(), actor);
        return new Moved(id, local(desk.require(id, actor).dueAt()), moved);
    }

    private Item item(LiveRound one) {
        Round round = one.round();
        return new Item(
                round.id(),
                round.obligation(),
                local(round.opensAt()),
                local(round.dueAt()),
                round.state(),
                one.live());
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(clock.getZone()).toOffsetDateTime();
    }
}
