package org.sifang.inspection.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sifang.inspection.Inspection;
import org.sifang.inspection.Inspections;
import org.sifang.inspection.Visit;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.worklist.TaskPanel;
import org.sifang.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** Beside a task: the visits of the inspection it is about, each a step away; for an inspection and for the duty it meets. */
@Component
class DutyInspectionPanel implements TaskPanel {

    private final Inspections inspections;
    private final Wording wording;

    DutyInspectionPanel(Inspections inspections, Wording wording) {
        this.inspections = inspections;
        this.wording = wording;
    }

    /** A visit and the name of what is visited. */
    record Line(Visit visit, String organization) {}

    @Override
    public boolean serves(WorkItem item) {
        return inspection(item).isPresent();
    }

    private Optional<Inspection> inspection(WorkItem item) {
        return switch (item.process()) {
            case "inspection" -> inspections.find(item.subject());
            case "duty" -> inspections.ofDuty(item.subject());
            default -> Optional.empty();
        };
    }

    @Override
    public String fragment() {
        return "inspection/parts :: panel";
    }

    @Override
    public Map<String, Object> model(WorkItem item, Actor reader) {
        Inspection one = inspection(item).orElseThrow();
        List<Line> lines = inspections.visits(one.id()).stream()
                .map(visit -> new Line(visit, wording.organizationName(visit.organization())))
                .toList();
        return Map.of("inspection", one, "lines", lines);
    }
}
