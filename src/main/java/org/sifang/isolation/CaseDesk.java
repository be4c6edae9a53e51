package org.sifang.isolation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.Isolation.Settlement;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.Measure;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.sifang.person.People;
import org.sifang.screening.CaseState;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where orders are served, isolation is settled and cases are decided by people. Forms and calls come through here alike. */
@Service
public class CaseDesk {

    private static final Role[] CARERS = {Role.COMMUNITY, Role.OFFICER, Role.LEADER, Role.SERVICE};

    private final Isolations isolations;
    private final FoundCases found;
    private final People people;
    private final MeasureOf measures;
    private final Decisions decisions;
    private final CaseSteps steps;
    private final PersonCaseFlow flow;
    private final CaseRecord record;
    private final CaseHandOver handOver;

    CaseDesk(
            Isolations isolations,
            FoundCases found,
            People people,
            MeasureOf measures,
            Decisions decisions,
            CaseSteps steps,
            PersonCaseFlow flow,
            CaseRecord record,
            CaseHandOver handOver) {
        this.isolations = isolations;
        this.found = found;
        this.people = people;
        this.measures = measures;
        this.decisions = decisions;
        this.steps = steps;
        this.flow = flow;
        this.record = record;
        this.handOver = handOver;
    }

    /**
     * 送达告知书.
     *
     * @param remark such as who took it, or who witnessed that it was left
     */
    @Transactional
    public void serveOrder(UUID id, DeliveryManner how, @Nullable String remark, Actor by, Instant now) {
        PersonCase registered = cared(id, by);
        Isolation one = isolations.hold(id).ordered(new Delivery(now, by.username(), how, remark), now);
        isolations.update(one);
        found.move(List.of(id), CaseState.ORDERED);
        record.keep(registered, "ordered", by.username(), now, Map.of("how", "@isolation.delivery." + how));
        flow.orderServed(id, one.measure().isolates());
    }

    /**
     * Where she is to be isolated.
     *
     * @param site name of the place of central isolation, or of the hospital; null at home
     */
    public record Lodging(
            boolean homeSuitable,
            boolean supplies,
            @Nullable String site,
            @Nullable String bed) {}

    /**
     * 落实隔离: at home, where that is suitable and her supplies are secured, or else at a site with a bed.
     *
     * @throws FaultsException when the measure wants a site and none is named, or supplies are not secured at home
     */
    @Transactional
    public void settle(UUID id, Lodging lodging, Actor by, Instant now) {
        PersonCase registered = cared(id, by);
        Isolation before = isolations.hold(id);
        ControlMeasure measure = measures.decide(
                ordered(registered),
                people.view(registered.person()).age(),
                before.symptomsAt() != null,
                lodging.homeSuitable());
        boolean elsewhere = measure.kind() != IsolationKind.HOME;
        if (elsewhere && lodging.site() == null) {
            throw new FaultsException(List.of(Fault.at("site", "fault.isolation.site.needed")));
        }
        if (!elsewhere && !lodging.supplies()) {
            throw new FaultsException(List.of(Fault.at("supplies", "fault.isolation.supplies.needed")));
        }
        isolations.update(before.settled(
                new Settlement(now, by.username(), elsewhere ? lodging.site() : null, elsewhere ? lodging.bed() : null),
                measure));
        found.move(List.of(id), CaseState.ISOLATED);
        record.keep(
                registered,
                elsewhere ? "isolated.site" : "isolated.home",
                by.username(),
                now,
                elsewhere ? Map.of("site", String.valueOf(lodging.site())) : Map.of());
        flow.settled(id);
    }

    /** 送达解除告知书. */
    @Transactional
    public void serveRelease(UUID id, DeliveryManner how, @Nullable String remark, Actor by, Instant now) {
        PersonCase registered = cared(id, by);
        Isolation one = isolations.hold(id).releaseServed(new Delivery(now, by.username(), how, remark));
        isolations.update(one);
        boolean followsUp = one.followUpUntil() != null;
        if (followsUp) {
            found.move(List.of(id), CaseState.FOLLOW_UP);
        }
        record.keep(registered, "releaseServed", by.username(), now, Map.of("how", "@isolation.delivery." + how));
        flow.releaseServed(id, followsUp);
    }

    /** Symptoms were reported by a check or by herself: the measure is decided anew, from the same beginning. */
    @Transactional
    public void symptomsReported(UUID id, String by, Instant now) {
        PersonCase registered = found.find(id).orElseThrow();
        Isolation before = isolations.hold(id);
        if (before.symptomsAt() != null) {
            return;
        }
        ControlMeasure measure = measures.decide(
                ordered(registered), people.view(registered.person()).age(), true, null);
        isolations.update(before.symptomatic(measure, now));
        record.keep(registered, "symptoms", by, now, Map.of("kind", "@isolation.kind." + measure.kind()));
    }

    /** A leader releases for a reason of his own, without the table. */
    @Transactional
    public void release(UUID id, String reason, Actor by, Instant now) {
        PersonCase registered = led(id, reason, by);
        Isolation one = isolations.hold(id);
        state(registered, Set.of(CaseState.ISOLATED, CaseState.TESTED, CaseState.ORDERED));
        decisions.override(registered, one, reason, by.username(), now);
    }

    /** A leader takes a release back; another negative test is needed then. */
    @Transactional
    public void reopen(UUID id, String reason, Actor by, Instant now) {
        PersonCase registered = led(id, reason, by);
        Isolation one = isolations.hold(id);
        state(registered, Set.of(CaseState.RELEASED, CaseState.FOLLOW_UP));
        decisions.reopen(registered, one, reason, by.username(), now);
        // Once the model has gone back to where tests are heard of.
        steps.orderLacking(isolations.require(id), now);
    }

    /** Nothing more is done about the case. */
    @Transactional
    public void end(UUID id, String reason, Actor by, Instant now) {
        PersonCase registered = led(id, reason, by);
        if (registered.state() == CaseState.POSITIVE || registered.state() == CaseState.TRANSFERRED) {
            throw conflict(registered, "FOUND, ORDERED, ISOLATED, TESTED, RELEASED, FOLLOW_UP");
        }
        steps.close(List.of(id), reason, by.username(), now);
        flow.turned(List.of(id), CaseTurn.ENDED);
    }

    /**
     * Names who looks after these people; their open tasks go to its list.
     *
     * @param carer code of an organisation of the same county
     * @throws FaultsException when it is of another one
     */
    @Transactional
    public void assign(Collection<UUID> ids, String carer, Actor by, Instant now) {
        by.require(Role.OFFICER, Role.LEADER, Role.SERVICE);
        handOver.assign(ids, carer, by, now);
    }

    /**
     * Gives a case to another division, where its carer has to be named anew.
     *
     * @param organization code of a command
     */
    @Transactional
    public void transfer(UUID id, String organization, String reason, Actor by, Instant now) {
        PersonCase registered = found.require(id, by);
        by.require(Role.OFFICER, Role.LEADER, Role.SERVICE);
        given(reason);
        handOver.transfer(registered, organization, reason, by, now);
    }

    private PersonCase cared(UUID id, Actor by) {
        by.require(CARERS);
        return found.require(id, by);
    }

    private PersonCase led(UUID id, String reason, Actor by) {
        PersonCase registered = found.require(id, by);
        by.require(Role.LEADER);
        given(reason);
        return registered;
    }

    private static void given(String reason) {
        if (reason.isBlank()) {
            throw new FaultsException(List.of(Fault.at("reason", "fault.isolation.reason.needed")));
        }
    }

    private Measure ordered(PersonCase registered) {
        return measures.ordered(registered.notice(), registered.category()).measure();
    }

    private static void state(PersonCase registered, Set<CaseState> wanted) {
        if (!wanted.contains(registered.state())) {
            throw conflict(
                    registered,
                    String.join(", ", wanted.stream().map(Enum::name).sorted().toList()));
        }
    }

    private static StateConflictException conflict(PersonCase registered, String wanted) {
        return new StateConflictException("case", registered.state().name(), wanted);
    }
}
