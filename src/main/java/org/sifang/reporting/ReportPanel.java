package org.sifang.reporting;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.organization.Actor;
import org.sifang.worklist.TaskPanel;
import org.sifang.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** Beside the forms on which a report is compiled, signed off and judged: what it says, and how that differs from before. */
@Component
class ReportPanel implements TaskPanel {

    private static final Set<String> FORMS = Set.of("compile-report", "sign-off-duty", "judge-duty");

    private final Duties duties;
    private final Reports reports;

    ReportPanel(Duties duties, Reports reports) {
        this.duties = duties;
        this.reports = reports;
    }

    @Override
    public boolean serves(WorkItem item) {
        return item.form() != null
                && FORMS.contains(item.form())
                && duties.find(item.subject())
                        .filter(duty -> duty.kind().isReport())
                        .isPresent();
    }

    @Override
    public String fragment() {
        return "reporting/panel :: panel";
    }

    @Override
    public Map<String, Object> model(WorkItem item, Actor reader) {
        Duty duty = duties.require(item.subject());
        Report report = reports.require(duty.id(), reader);
        Comparison comparison = reports.comparison(report);
        boolean draft = report.main().isEmpty();
        Map<String, Object> model = new HashMap<>();
        model.put("report", report.id());
        model.put("draft", draft);
        model.put("counts", draft ? reports.pending(report) : report.counts());
        model.put("comparison", comparison);
        model.put("mayReveal", reports.mayReveal(report, reader));
        return model;
    }
}
