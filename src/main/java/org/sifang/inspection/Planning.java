package org.sifang.inspection;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.notice.Notices;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.springframework.stereotype.Component;

/** Puts an inspection on its way: kept with its checklist and clause as worded today, and drawn for the first time. */
@Component
class Planning {

    private final InspectionRows rows;
    private final Checklists checklists;
    private final Notices notices;
    private final Organizations organizations;
    private final Draws draws;
    private final InspectionSettings settings;
    private final InspectionNews news;
    private final InspectionFlow flow;

    Planning(
            InspectionRows rows,
            Checklists checklists,
            Notices notices,
            Organizations organizations,
            Draws draws,
            InspectionSettings settings,
            InspectionNews news,
            InspectionFlow flow) {
        this.rows = rows;
        this.checklists = checklists;
        this.notices = notices;
        this.organizations = organizations;
        this.draws = draws;
        this.settings = settings;
        this.news = news;
        this.flow = flow;
    }

    /** @param duty the duty it is to meet; null when it is planned by hand */
    Inspection plan(NewInspection planned, @Nullable UUID duty, String organization, String by, Instant now) {
        Organization own = organizations.require(organization);
        Inspection inspection = inspection(planned, duty, own, by, now);
        int objects = draws.objects(inspection).size();
        Integer size = planned.size();
        rows.insert(resized(inspection, size == null ? settings.size(objects) : size));
        news.inspection(
                inspection,
                "planned",
                by,
                Map.of("title", inspection.title(), "dueAt", inspection.dueAt().toString()),
                now);
        flow.planned(inspection.id());
        if (objects > 0) {
            drawFirst(inspection.id(), by, now);
        }
        return rows.find(inspection.id()).orElseThrow();
    }

    /** A plan that cannot be drawn yet is a plan all the same; whoever judges the draw is told why. */
    private void drawFirst(UUID id, String by, Instant now) {
        Inspection inspection = rows.find(id).orElseThrow();
        try {
            rows.draw(id, draws.draw(inspection, null, by, now).id());
        } catch (FaultsException tooFew) {
            news.inspection(
                    inspection,
                    "notDrawn",
                    by,
                    Map.of("faults", Integer.toString(tooFew.faults().size())),
                    now);
        }
    }

    private Inspection inspection(
            NewInspection planned, @Nullable UUID duty, Organization own, String by, Instant now) {
        UUID notice = planned.notice();
        String clause = planned.clause();
        String text = notice == null || clause == null
                ? null
                : notices.require(notice).definition().clause(clause).text();
        return new Inspection(
                Ids.next(),
                notice,
                duty,
                clause,
                text,
                own.code(),
                own.division(),
                own.sector(),
                planned.title().strip(),
                checklists.require(planned.checklist()),
                planned.targets(),
                planned.announced(),
                1,
                planned.dueAt(),
                InspectionState.PLANNED,
                now,
                by,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Inspection resized(Inspection one, int size) {
        return new Inspection(
                one.id(),
                one.notice(),
                one.duty(),
                one.clause(),
                one.clauseText(),
                one.organization(),
                one.division(),
                one.sector(),
                one.title(),
                one.checklist(),
                one.targets(),
                one.announced(),
                size,
                one.dueAt(),
                one.state(),
                one.plannedAt(),
                one.plannedBy(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
