package org.sifang.inspection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organizations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where an inspection is planned, its draw judged, what was found confirmed, and the whole called off. */
@Service
public class InspectionDesk {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LARGEST = 500;

    private final InspectionRows rows;
    private final VisitRows visits;
    private final Planning planning;
    private final Draws draws;
    private final Organizations organizations;
    private final InspectionNews news;
    private final InspectionFlow flow;
    private final DutyMeeting meeting;

    InspectionDesk(
            InspectionRows rows,
            VisitRows visits,
            Planning planning,
            Draws draws,
            Organizations organizations,
            InspectionNews news,
            InspectionFlow flow,
            DutyMeeting meeting) {
        this.rows = rows;
        this.visits = visits;
        this.planning = planning;
        this.draws = draws;
        this.organizations = organizations;
        this.news = news;
        this.flow = flow;
        this.meeting = meeting;
    }

    /**
     * Plans an inspection by the planner's own organisation; the first draw follows at once as far as there is something
     * to draw.
     *
     * @throws FaultsException with every fault
     */
    @Transactional
    public Inspection plan(NewInspection planned, Actor by, Instant now) {
        InspectionPowers.require(InspectionPowers.mayPlan(by, organizations.require(by.organization())));
        List<Fault> faults = new ArrayList<>();
        if (planned.title().isBlank()) {
            faults.add(Fault.at("title", "fault.inspection.title"));
        }
        Integer size = planned.size();
        if (size != null && (size < 1 || size > LARGEST)) {
            faults.add(Fault.at("size", "fault.inspection.size", LARGEST));
        }
        dueFaults(planned.dueAt(), now, faults);
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        return planning.plan(planned, null, by.organization(), by.username(), now);
    }

    /**
     * Throws the draw away, if there is one, and draws again.
     *
     * @param reason needed unless nothing was drawn so far
     * @param size how many from now on; null leaves it
     */
    @Transactional
    public Draw drawAgain(UUID id, @Nullable String reason, @Nullable Integer size, Actor by, Instant now) {
        Inspection inspection = arranged(id, by);
        inspection.require(InspectionState.PLANNED);
        boolean first = draws.of(id).isEmpty();
        if (!first && (reason == null || reason.isBlank())) {
            throw new FaultsException(Fault.at("reason", "fault.inspection.reason"));
        }
        if (size != null) {
            if (size < 1 || size > LARGEST) {
                throw new FaultsException(Fault.at("size", "fault.inspection.size", LARGEST));
            }
            rows.size(id, size, inspection.announced());
        }
        Draw draw = draws.draw(require(id), first ? null : reason, by.username(), now);
        rows.draw(id, draw.id());
        flow.drawJudged(id, false, inspection.dueAt());
        return draw;
    }

    /**
     * The draw stands; the visits begin.
     *
     * @throws FaultsException when nothing is drawn
     */
    @Transactional
    public void confirmDraw(UUID id, Actor by, Instant now) {
        Inspection inspection = arranged(id, by);
        inspection.require(InspectionState.PLANNED);
        UUID drawn = inspection.draw();
        if (drawn == null) {
            drawn = draws.draw(inspection, null, by.username(), now).id();
            rows.draw(id, drawn);
        }
        news.inspection(inspection, "drawConfirmed", by.username(), Map.of("draw", drawn.toString()), now);
        flow.drawJudged(id, true, inspection.dueAt());
    }

    /** What was found is right; it is handed over, and the duty, if there is one, is met. */
    @Transactional
    public void confirm(UUID id, @Nullable String remark, Actor by, Instant now) {
        Inspection inspection = require(id);
        InspectionPowers.require(InspectionPowers.mayConfirm(inspection, by));
        inspection.require(InspectionState.REVIEW);
        rows.confirmed(id, by.username(), now);
        news.inspection(
                inspection, "confirmed", by.username(), Map.of("remark", Objects.requireNonNullElse(remark, "")), now);
        flow.findingsJudged(id, true, inspection.dueAt());
        meeting.meet(id, by);
    }

    /**
     * Visits go back to their inspectors.
     *
     * @param which ids of visits that were made; all of them when none is named
     * @param dueAt by when they are made better
     */
    @Transactional
    public void sendBack(
            UUID id, Collection<UUID> which, @Nullable String reason, @Nullable Instant dueAt, Actor by, Instant now) {
        Inspection inspection = require(id);
        InspectionPowers.require(InspectionPowers.mayConfirm(inspection, by));
        inspection.require(InspectionState.REVIEW);
        List<Visit> made = visits.of(id).stream()
                .filter(visit -> visit.state() == VisitState.DONE)
                .toList();
        List<Visit> back = which.isEmpty()
                ? made
                : made.stream().filter(visit -> which.contains(visit.id())).toList();
        List<Fault> faults = new ArrayList<>();
        if (reason == null || reason.isBlank()) {
            faults.add(Fault.at("remark", "fault.inspection.reason"));
        }
        dueFaults(dueAt, now, faults);
        if (back.isEmpty()) {
            faults.add(Fault.at("visits", "fault.inspection.visits"));
        }
        if (!faults.isEmpty() || dueAt == null || reason == null) {
            throw new FaultsException(faults);
        }
        visits.reopen(back.stream().map(Visit::id).toList(), reason.strip(), dueAt);
        rows.state(id, InspectionState.VISITING);
        rows.dueAt(id, dueAt);
        back.forEach(visit -> {
            news.visit(inspection, visit, "returned", by.username(), true, Map.of("reason", reason.strip()), now);
            news.returned(visit);
        });
        flow.findingsJudged(id, false, dueAt);
    }

    /** Called off; what was not visited stays unvisited, and nothing is handed over. */
    @Transactional
    public void cancel(UUID id, @Nullable String reason, Actor by, Instant now) {
        Inspection inspection = arranged(id, by);
        inspection.requireOpen();
        if (reason == null || reason.isBlank()) {
            throw new FaultsException(Fault.at("reason", "fault.inspection.reason"));
        }
        rows.end(id, InspectionState.CANCELLED, by.username(), now, reason.strip());
        flow.cancelled(id);
    }

    private Inspection arranged(UUID id, Actor by) {
        Inspection inspection = require(id);
        InspectionPowers.require(InspectionPowers.mayArrange(inspection, by));
        return inspection;
    }

    private Inspection require(UUID id) {
        Optional<Inspection> held = rows.hold(id);
        return held.orElseThrow(() -> new NotFoundException("inspection"));
    }

    private static void dueFaults(@Nullable Instant dueAt, Instant now, List<Fault> faults) {
        if (dueAt == null) {
            faults.add(Fault.at("dueAt", "fault.inspection.due.missing"));
        } else if (!dueAt.isAfter(now)) {
            faults.add(Fault.at("dueAt", "fault.inspection.due.past"));
        } else if (dueAt.isAfter(now.plus(LONGEST))) {
            faults.add(Fault.at("dueAt", "fault.inspection.due.far"));
        }
    }
}
