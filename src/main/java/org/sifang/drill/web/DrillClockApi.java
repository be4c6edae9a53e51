package org.sifang.drill.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sifang.drill.DrillClock;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clock of a drill. */
@RestController
@RequestMapping("/api/v1/drill/clock")
@Profile("drill")
@Tag(name = "drill")
class DrillClockApi {

    private final DrillClock drill;
    private final Clock clock;

    DrillClockApi(DrillClock drill, Clock clock) {
        this.drill = drill;
        this.clock = clock;
    }

    /** Where the clock stands. */
    record Position(OffsetDateTime now) {}

    /** How far to move: by a span, or to an instant with its offset; one of the two. */
    record Advance(@Nullable Duration advance, @Nullable OffsetDateTime to) {}

    @GetMapping
    @Operation(summary = "Where the clock stands")
    Position now() {
        return at(drill.now());
    }

    @PostMapping
    @Operation(summary = "Move the clock forward; answers when everything that became due has run")
    Position move(@RequestBody Advance step, Actor actor) {
        if (!actor.isOneOf(Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.SERVICE)) {
            throw new AccessDeniedException("Not one who may move the clock");
        }
        if ((step.advance() == null) == (step.to() == null)) {
            throw new FaultsException(Fault.at("advance", "fault.drill.oneOf"));
        }
        Instant target = step.to() != null ? step.to().toInstant() : drill.now().plus(step.advance());
        return at(drill.advanceTo(target, actor));
    }

    private Position at(Instant instant) {
        return new Position(instant.atZone(clock.getZone()).toOffsetDateTime());
    }
}
