package org.sifang.inspection;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Component;

/**
 * Hands in the duty that ordered an inspection. Beside the model and not in it: the duty's own instance moves two steps,
 * which the engine does not do inside a step of another.
 */
@Component
class DutyMeeting {

    private final InspectionRows rows;
    private final VisitRows visits;
    private final AnswerRows answers;
    private final Duties duties;
    private final DutyDesk desk;

    DutyMeeting(InspectionRows rows, VisitRows visits, AnswerRows answers, Duties duties, DutyDesk desk) {
        this.rows = rows;
        this.visits = visits;
        this.answers = answers;
        this.duties = duties;
        this.desk = desk;
    }

    /** In the name of the leader who confirmed; a duty that is no longer owed stays as it is. */
    void meet(UUID inspection, Actor by) {
        @Nullable
        UUID id = rows.find(inspection)
                .filter(one -> one.state() == InspectionState.HANDED_OVER)
                .map(Inspection::duty)
                .orElse(null);
        if (id == null || duties.find(id).filter(Duty::owed).isEmpty()) {
            return;
        }
        List<UUID> made = visits.of(inspection).stream()
                .filter(visit -> visit.state() == VisitState.DONE)
                .map(Visit::id)
                .toList();
        int problems = answers.problems(made).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        desk.submit(id, null, "抽查 %d 家，发现问题 %d 项".formatted(made.size(), problems), by);
    }
}
