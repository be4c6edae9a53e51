package org.sifang.notice.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyFiles;
import org.sifang.organization.Actor;
import org.sifang.worklist.TaskPanel;
import org.sifang.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** Beside the form on which a duty is worked, signed off or judged: the files that go with it. */
@Component
class DutyFilePanel implements TaskPanel {

    private static final Set<String> BEFORE = Set.of("receive-duty");

    private final Duties duties;
    private final DutyFiles files;

    DutyFilePanel(Duties duties, DutyFiles files) {
        this.duties = duties;
        this.files = files;
    }

    @Override
    public boolean serves(WorkItem item) {
        return item.process().equals("duty")
                && item.form() != null
                && !BEFORE.contains(item.form())
                && duties.find(item.subject())
                        .filter(duty -> !duty.kind().isReport())
                        .isPresent();
    }

    @Override
    public String fragment() {
        return "notice/files :: files(${panel.duty}, ${panel.files}, ${panel.mayAdd}, ${panel.task})";
    }

    @Override
    public Map<String, Object> model(WorkItem item, Actor reader) {
        Duty duty = duties.require(item.subject());
        Map<String, Object> model = new HashMap<>();
        model.put("duty", duty.id());
        model.put("files", files.of(duty.id()));
        model.put("mayAdd", DutyFiles.mayAdd(duty, reader));
        model.put("task", item.id());
        return model;
    }
}
