package org.sifang.isolation.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sifang.isolation.Isolation;
import org.sifang.isolation.IsolationWords;
import org.sifang.isolation.Isolations;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.sifang.organization.Wording;
import org.sifang.screening.CasePanel;
import org.sifang.screening.CaseState;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;

/** The measure of a case on its page: what was ordered, served, settled and decided, and what may be done about it. */
@Component
class MeasurePanel implements CasePanel {

    private final Isolations isolations;
    private final IsolationWords words;
    private final Notices notices;
    private final Wording wording;

    MeasurePanel(Isolations isolations, IsolationWords words, Notices notices, Wording wording) {
        this.isolations = isolations;
        this.words = words;
        this.notices = notices;
        this.wording = wording;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String fragment() {
        return "isolation/case :: measure";
    }

    @Override
    public Map<String, Object> model(PersonCase found, Actor reader) {
        Optional<Isolation> known = isolations.find(found.id());
        if (known.isEmpty()) {
            return Map.of();
        }
        Isolation one = known.get();
        Map<String, Object> model = new HashMap<>();
        model.put("isolation", one);
        model.put("measure", words.measure(one));
        notices.find(one.notice())
                .ifPresent(notice -> model.put(
                        "clauseText", notice.definition().clause(one.clause()).text()));
        words.decision(one).ifPresent(sentence -> model.put("decision", sentence));
        words.waiting(one).ifPresent(sentence -> model.put("waiting", sentence));
        words.close(one).ifPresent(reason -> model.put("closeReason", reason));
        model.put("wording", wording);
        boolean leads = reader.is(Role.LEADER) && FoundCases.inScope(found, reader);
        boolean control = one.open() && found.state() != CaseState.POSITIVE;
        model.put("mayRelease", leads && control && !one.released() && one.beganAt() != null);
        model.put("mayReopen", leads && control && one.released());
        model.put("mayEnd", leads && control);
        return model;
    }
}
