package org.sifang.isolation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sifang.isolation.CasePapers;
import org.sifang.isolation.PaperKind;
import org.sifang.organization.Actor;
import org.sifang.screening.CasePanel;
import org.sifang.screening.CaseState;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;

/** On the page of a case: its papers, who looks after the person, and the way to another division. */
@Component
class CarePanel implements CasePanel {

    private final CasePapers papers;
    private final Carers carers;

    CarePanel(CasePapers papers, Carers carers) {
        this.papers = papers;
        this.carers = carers;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String fragment() {
        return "isolation/care-panel :: panel";
    }

    @Override
    public Map<String, Object> model(PersonCase found, Actor reader) {
        boolean assigns = found.state().isOpen() && carers.maySay(found, reader);
        List<PaperKind> printable = papers.of(found, reader);
        if (!assigns && printable.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("found", found);
        model.put("papers", printable);
        model.put("assigns", assigns);
        model.put("transfers", assigns && found.state() != CaseState.POSITIVE);
        model.put("carers", assigns ? carers.of(List.of(found)) : List.of());
        return model;
    }
}
