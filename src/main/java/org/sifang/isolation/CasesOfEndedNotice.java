package org.sifang.isolation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sifang.notice.NoticeEnding;
import org.sifang.notice.NoticeView;
import org.sifang.organization.Actor;
import org.sifang.screening.CaseState;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;

/**
 * Ends the cases of a notice that was lifted or superseded, with its reason. Whoever is positive stays in the emergency,
 * which ends by itself.
 */
@Component
class CasesOfEndedNotice implements NoticeEnding {

    private static final int CHUNK = 200;

    private final FoundCases found;
    private final Isolations isolations;
    private final CaseSteps steps;
    private final PersonCaseFlow flow;
    private final CaseRecord record;
    private final Clock clock;

    CasesOfEndedNotice(
            FoundCases found,
            Isolations isolations,
            CaseSteps steps,
            PersonCaseFlow flow,
            CaseRecord record,
            Clock clock) {
        this.found = found;
        this.isolations = isolations;
        this.steps = steps;
        this.flow = flow;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public boolean endChunk(NoticeView notice) {
        Instant now = clock.instant();
        String reason = Objects.requireNonNullElse(notice.endReason(), "@isolation.close.noticeEnded");
        String by = Objects.requireNonNullElse(notice.endedBy(), Actor.SYSTEM);
        List<PersonCase> waiting = found.takeUnopened(notice.id(), CHUNK);
        found.move(waiting.stream().map(PersonCase::id).toList(), CaseState.CLOSED);
        record.keep(waiting, "ended", by, now, one -> Map.of("reason", reason));
        List<UUID> open = isolations.openWithoutEmergency(notice.id(), CHUNK);
        flow.turned(steps.close(open, reason, by, now), CaseTurn.ENDED);
        return waiting.size() < CHUNK && open.size() < CHUNK;
    }
}
