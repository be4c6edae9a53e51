package org.sifang.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyReceived;
import org.sifang.notice.NoticeEnding;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.notice.Obligation;
import org.sifang.notice.ObligationKind;
import org.sifang.organization.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An inspection duty that was received is planned at once, and called off with the notice that ordered it. */
@Component
class DutyInspections implements NoticeEnding {

    private static final int CHUNK = 100;

    private final Duties duties;
    private final Notices notices;
    private final Planning planning;
    private final InspectionRows rows;
    private final InspectionSettings settings;
    private final InspectionFlow flow;
    private final Checklists checklists;

    DutyInspections(
            Duties duties,
            Notices notices,
            Planning planning,
            InspectionRows rows,
            InspectionSettings settings,
            InspectionFlow flow,
            Checklists checklists) {
        this.duties = duties;
        this.notices = notices;
        this.planning = planning;
        this.rows = rows;
        this.settings = settings;
        this.flow = flow;
        this.checklists = checklists;
    }

    /** A checklist that only the notice names is nobody's: its duty is worked off with the form alone. */
    @EventListener
    void planned(DutyReceived received) {
        if (received.kind() != ObligationKind.INSPECTION
                || rows.ofDuty(received.duty()).isPresent()) {
            return;
        }
        Duty duty = duties.require(received.duty());
        NoticeView notice = notices.require(duty.notice());
        Obligation obligation =
                notice.definition().obligation(duty.obligation()).orElseThrow(() -> new NotFoundException("duty"));
        String checklist = Objects.requireNonNull(obligation.checklist(), "an inspection has a checklist");
        if (checklists.find(checklist).isPresent()) {
            planning.plan(
                    planned(notice, duty, obligation, checklist, received.at()),
                    duty.id(),
                    duty.organization(),
                    received.by(),
                    received.at());
        }
    }

    private NewInspection planned(NoticeView notice, Duty duty, Obligation obligation, String checklist, Instant now) {
        return new NewInspection(
                notice.id(),
                duty.clause(),
                notice.title(),
                checklist,
                Targets.of(Objects.requireNonNull(obligation.targets(), "an inspection has targets")),
                false,
                null,
                settings.visitsDueAt(duty.dueAt(), now));
    }

    @Override
    public boolean endChunk(NoticeView notice) {
        List<Inspection> open = rows.openOf(notice.id(), CHUNK);
        Instant at = Objects.requireNonNullElse(notice.endedAt(), notice.draftedAt());
        String reason = Objects.requireNonNullElse(notice.endReason(), "@inspection.noticeEnded");
        String by = Objects.requireNonNullElse(notice.endedBy(), Actor.SYSTEM);
        for (Inspection one : open) {
            rows.end(one.id(), InspectionState.CANCELLED, by, at, reason);
        }
        open.stream().map(Inspection::id).forEach((UUID id) -> flow.cancelled(id));
        return open.size() < CHUNK;
    }
}
