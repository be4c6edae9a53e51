package org.sifang.inspection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.organization.Officer;
import org.sifang.organization.Role;
import org.sifang.organization.Wording;
import org.sifang.worklist.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a rectification, done by people; each is written down and moves the model on in one transaction. */
@Service
public class RectificationDesk {

    private final FindingRows rows;
    private final RectificationRounds rounds;
    private final Recheckers recheckers;
    private final RectificationWord word;
    private final RectificationFlow flow;
    private final RectificationSettings settings;
    private final WorkItems items;
    private final ApplicationEventPublisher events;

    RectificationDesk(
            FindingRows rows,
            RectificationRounds rounds,
            Recheckers recheckers,
            RectificationWord word,
            RectificationFlow flow,
            RectificationSettings settings,
            WorkItems items,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.rounds = rounds;
        this.recheckers = recheckers;
        this.word = word;
        this.flow = flow;
        this.settings = settings;
        this.items = items;
        this.events = events;
    }

    /** The deadline proposed to whoever orders: shorter, the more is wrong. */
    public Instant proposedDeadline(UUID id, Instant now) {
        return now.plus(settings.proposed(require(id).severity()));
    }

    /** Those who may be named to recheck it, inspectors first. */
    public List<Officer> recheckers(UUID id) {
        return recheckers.of(require(id));
    }

    /** 责令整改: from here the clock runs. */
    @Transactional
    public void order(UUID id, Instant dueAt, String instruction, Actor by, Instant now) {
        Finding finding = hold(id);
        finding.require(FindingState.OPEN);
        List<Fault> faults = new ArrayList<>();
        future("dueAt", dueAt, now, faults);
        PersonalNumbers.refuse("instruction", instruction, faults);
        raise(faults);
        rounds.begin(finding, instruction, dueAt, by.username(), now);
        word.record(
                finding, "ordered", by.username(), Map.of("dueAt", dueAt.toString(), "instruction", instruction), now);
        word.tellRectifier(finding, "ordered", Wording.organization(finding.orderer()), dueAt.toString());
        flow.ordered(id, dueAt);
    }

    /**
     * Gives more time, before the deadline has passed; the live timer moves with it.
     *
     * @throws AccessDeniedException when he is no leader of the side that ordered it
     */
    @Transactional
    public void extend(UUID id, Instant dueAt, String reason, Actor by, Instant now) {
        Finding finding = hold(id);
        if (!mayExtend(finding, by)) {
            throw new AccessDeniedException("Not a leader of the ordering side");
        }
        finding.require(FindingState.ORDERED);
        Instant before = deadline(finding);
        if (!before.isAfter(now)) {
            throw new StateConflictException("finding", FindingState.OVERDUE.name(), FindingState.ORDERED.name());
        }
        List<Fault> faults = new ArrayList<>();
        if (!dueAt.isAfter(before)) {
            faults.add(Fault.at("dueAt", "fault.inspection.deadline.earlier"));
        }
        if (reason.isBlank()) {
            faults.add(Fault.at("reason", "fault.inspection.reason"));
        }
        PersonalNumbers.refuse("reason", reason, faults);
        raise(faults);
        rounds.extend(finding, dueAt);
        items.reschedule(List.of(id), before, dueAt);
        word.record(
                finding, "extended", by.username(), Map.of("dueAt", dueAt.toString(), "reason", reason.strip()), now);
        word.tellRectifier(finding, "extended", dueAt.toString());
        flow.extended(id, dueAt);
    }

    public static boolean mayExtend(Finding finding, Actor actor) {
        return finding.state() == FindingState.ORDERED
                && (actor.groups().contains(finding.orderer() + "/" + Role.LEADER)
                        || actor.is(Role.SERVICE) && actor.organization().equals(finding.orderer()));
    }

    /** The organisation says what it has done; also after the deadline. */
    @Transactional
    public void submitEvidence(UUID id, String evidence, Actor by, Instant now) {
        Finding finding = hold(id);
        finding.require(FindingState.ORDERED, FindingState.OVERDUE);
        List<Fault> faults = new ArrayList<>();
        PersonalNumbers.refuse("evidence", evidence, faults);
        raise(faults);
        rounds.evidence(finding, evidence, by.username(), now);
        boolean late = finding.state() == FindingState.OVERDUE || now.isAfter(deadline(finding));
        word.record(finding, late ? "evidenceLate" : "evidence", by.username(), Map.of("evidence", evidence), now);
        word.tellOrderer(finding, "evidence");
        flow.evidenceIn(id, now.plus(settings.recheckWithin()));
    }

    @Transactional
    public void nameRechecker(UUID id, String username, Actor by, Instant now) {
        Finding finding = hold(id);
        finding.require(FindingState.EVIDENCE);
        Officer named = recheckers.of(finding).stream()
                .filter(one -> one.username().equals(username))
                .findFirst()
                .orElseThrow(() -> new FaultsException(Fault.at("rechecker", "fault.inspection.rechecker.unknown")));
        rounds.rechecker(finding, named.username());
        word.record(
                finding, "recheckerNamed", by.username(), Map.of("rechecker", Wording.officer(named.username())), now);
        word.tell(finding, "toRecheck", named.username());
        flow.recheckerNamed(id);
    }

    /**
     * Says whether it is mended: struck off, or sent back with a new deadline.
     *
     * @param dueAt the new deadline; needed when it is not mended
     * @throws FaultsException also when he found it himself or works where it had to be mended
     */
    @Transactional
    public void recheck(UUID id, boolean mended, String remark, @Nullable Instant dueAt, Actor by, Instant now) {
        Finding finding = hold(id);
        finding.require(FindingState.RECHECK);
        List<Fault> faults = new ArrayList<>();
        Recheckers.objection(finding, by.username(), by.organization()).ifPresent(faults::add);
        PersonalNumbers.refuse("remark", remark, faults);
        if (!mended && dueAt == null) {
            faults.add(Fault.at("dueAt", "fault.inspection.deadline.missing"));
        }
        if (!mended && dueAt != null) {
            future("dueAt", dueAt, now, faults);
        }
        raise(faults);
        rounds.rechecked(finding, mended, remark, by.username(), now);
        if (mended || dueAt == null) {
            rounds.close(finding, now);
            word.record(finding, "closed", by.username(), Map.of("remark", remark), now);
            word.tellRectifier(finding, "closed");
            flow.closed(id);
            events.publishEvent(new FindingClosed(id, finding.organization(), finding.sourceId(), now));
        } else {
            rounds.begin(finding, remark, dueAt, by.username(), now);
            word.record(finding, "sentBack", by.username(), Map.of("dueAt", dueAt.toString(), "remark", remark), now);
            word.tellRectifier(finding, "sentBack", dueAt.toString());
            flow.sentBack(id, dueAt);
        }
    }

    private Finding require(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFoundException("finding"));
    }

    private Finding hold(UUID id) {
        return rows.hold(id).orElseThrow(() -> new NotFoundException("finding"));
    }

    private static Instant deadline(Finding finding) {
        Instant dueAt = finding.dueAt();
        if (dueAt == null) {
            throw new StateConflictException("finding", finding.state().name(), FindingState.ORDERED.name());
        }
        return dueAt;
    }

    private static void future(String path, Instant instant, Instant now, List<Fault> faults) {
        if (!instant.isAfter(now)) {
            faults.add(Fault.at(path, "fault.inspection.deadline.past"));
        }
    }

    private static void raise(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }
}
