package org.sifang.inspection.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.DrawnVisit;
import org.sifang.inspection.Draws.Repetition;
import org.sifang.inspection.Inspection;
import org.sifang.inspection.InspectionState;
import org.sifang.inspection.Visit;
import org.sifang.inspection.VisitState;

/**
 * An inspection as the API tells it.
 *
 * @param organisation code of the organisation that carries it out
 * @param draw id of the draw that counts; null until there is one
 * @param visits empty in lists
 */
record InspectionJson(
        UUID id,
        @Nullable UUID notice,
        @Nullable UUID duty,
        @Nullable String clause,
        String organisation,
        String title,
        String checklist,
        boolean announced,
        InspectionState state,
        OffsetDateTime dueAt,
        @Nullable UUID draw,
        List<VisitJson> visits) {

    /**
     * One object of it.
     *
     * @param organisation code of what is visited
     * @param inspectors user names, the one who leads first
     */
    record VisitJson(
            UUID id,
            UUID inspection,
            String organisation,
            List<String> inspectors,
            VisitState state,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime doneAt,
            @Nullable OffsetDateTime overdueAt,
            @Nullable BigDecimal score,
            @Nullable Boolean passed) {

        static VisitJson of(Visit visit, ZoneId zone) {
            return new VisitJson(
                    visit.id(),
                    visit.inspection(),
                    visit.organization(),
                    visit.inspectors(),
                    visit.state(),
                    visit.dueAt().atZone(zone).toOffsetDateTime(),
                    at(visit.startedAt(), zone),
                    at(visit.doneAt(), zone),
                    at(visit.overdueAt(), zone),
                    visit.score(),
                    visit.passed());
        }
    }

    /**
     * A draw repeated from the journal.
     *
     * @param same whether journal, repetition and the draw as kept agree
     */
    record RepetitionJson(
            UUID draw, int number, String seed, boolean same, List<DrawnVisit> recorded, List<DrawnVisit> repeated) {

        static RepetitionJson of(Repetition repetition) {
            return new RepetitionJson(
                    repetition.record().draw(),
                    repetition.record().number(),
                    repetition.record().seed(),
                    repetition.same(),
                    repetition.record().visits(),
                    repetition.again());
        }
    }

    static InspectionJson of(Inspection one, List<Visit> visits, ZoneId zone) {
        return new InspectionJson(
                one.id(),
                one.notice(),
                one.duty(),
                one.clause(),
                one.organization(),
                one.title(),
                one.checklist().code(),
                one.announced(),
                one.state(),
                one.dueAt().atZone(zone).toOffsetDateTime(),
                one.draw(),
                visits.stream().map(visit -> VisitJson.of(visit, zone)).toList());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
