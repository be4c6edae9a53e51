package org.sifang.isolation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.Measure;
import org.sifang.organization.Actor;
import org.sifang.screening.CaseState;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the model has done by itself on a case's way. */
@Service
public class CaseSteps {

    private final Isolations isolations;
    private final FoundCases found;
    private final MeasureOf measures;
    private final PlannedTests tests;
    private final CaseRecord record;
    private final Clock clock;

    CaseSteps(
            Isolations isolations,
            FoundCases found,
            MeasureOf measures,
            PlannedTests tests,
            CaseRecord record,
            Clock clock) {
        this.isolations = isolations;
        this.found = found;
        this.measures = measures;
        this.tests = tests;
        this.record = record;
        this.clock = clock;
    }

    @Transactional
    public void orderFirstTests(UUID id) {
        tests.orderFirst(isolations.require(id), ordered(id), clock.instant());
    }

    /** Her emergency was called off: she waits for her release again. */
    void stoodDown(PersonCase registered, Isolation one, boolean negative, Instant now) {
        Isolation standing = one.reopened(one.negatives());
        isolations.update(standing);
        found.move(List.of(one.id()), CaseState.TESTED);
        record.keep(registered, "stoodDown", Actor.SYSTEM, now, Map.of());
        if (negative) {
            orderLacking(standing, now);
        }
    }

    boolean noPositive(UUID id) {
        return TestTally.of(tests.of(id)).positive() == 0;
    }

    /** Orders the tests that are needed for a release and neither there nor ahead. */
    void orderLacking(Isolation one, Instant now) {
        Measure ordered = ordered(one.id());
        TestTally tally = TestTally.of(tests.of(one.id()));
        // Whatever of the plan is still ahead is ordered on its day.
        int lacking = one.negatives() - tally.negative() - tally.open() - one.ahead(ordered, now);
        if (lacking > 0) {
            tests.orderMore(one, ordered, lacking, now);
        }
    }

    @Transactional
    public void declarePositive(UUID id) {
        Instant now = clock.instant();
        PersonCase registered = registered(id);
        isolations.update(isolations.hold(id).positive(now));
        found.move(List.of(id), CaseState.POSITIVE);
        tests.cancel(List.of(id), "isolation.positive", now);
        record.keep(registered, "positive", Actor.SYSTEM, now, Map.of());
    }

    @Transactional
    public void closeTransferred(UUID id) {
        Instant now = clock.instant();
        PersonCase registered = registered(id);
        isolations.update(isolations.hold(id).closed("@isolation.close.transferred", now));
        found.move(List.of(id), CaseState.TRANSFERRED);
        record.keep(registered, "transferred", Actor.SYSTEM, now, Map.of());
    }

    /** The case has gone its whole way; one that is closed already is left as it is. */
    @Transactional
    public void close(UUID id) {
        close(List.of(id), null, Actor.SYSTEM, clock.instant());
    }

    /** @param reason message key or words; null when the cases have gone their whole way */
    List<UUID> close(Collection<UUID> ids, @Nullable String reason, String by, Instant now) {
        List<Isolation> closed = new ArrayList<>();
        for (Isolation one : isolations.hold(ids).values()) {
            closed.add(one.closed(reason, now));
        }
        if (closed.isEmpty()) {
            return List.of();
        }
        List<UUID> open = closed.stream().map(Isolation::id).toList();
        List<PersonCase> registered = found.find(open);
        isolations.update(closed);
        found.move(open, CaseState.CLOSED);
        tests.cancel(open, Objects.requireNonNullElse(reason, "isolation.closed"), now);
        record.keep(
                registered,
                reason == null ? "closed" : "ended",
                by,
                now,
                one -> reason == null ? Map.of() : Map.of("reason", reason));
        return open;
    }

    private Measure ordered(UUID id) {
        PersonCase registered = registered(id);
        return measures.ordered(registered.notice(), registered.category()).measure();
    }

    private PersonCase registered(UUID id) {
        return found.find(id).orElseThrow();
    }
}
