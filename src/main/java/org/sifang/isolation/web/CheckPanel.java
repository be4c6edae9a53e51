package org.sifang.isolation.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sifang.isolation.CheckHistory;
import org.sifang.isolation.DailyCheck;
import org.sifang.isolation.FollowUpVisit;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.screening.CasePanel;
import org.sifang.screening.PersonCase;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the checks of somebody's days and the visits after them found, on the page of the case. */
@Component
class CheckPanel implements CasePanel {

    private static final int SHOWN = 14;

    private final CheckHistory history;
    private final Wording wording;

    CheckPanel(CheckHistory history, Wording wording) {
        this.history = history;
        this.wording = wording;
    }

    /** A check and its day in the reader's language. */
    record CheckDay(String day, DailyCheck check) {}

    /** A visit and its day in the reader's language. */
    record VisitDay(String day, FollowUpVisit visit) {}

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String fragment() {
        return "isolation/check-panel :: panel";
    }

    @Override
    public Map<String, Object> model(PersonCase found, Actor reader) {
        Locale locale = LocaleContextHolder.getLocale();
        List<CheckDay> checks = history.checks(found.id(), SHOWN).stream()
                .map(check -> new CheckDay(wording.of(check.day().toString(), locale), check))
                .toList();
        List<VisitDay> visits = history.visits(found.id()).stream()
                .map(visit -> new VisitDay(wording.of(visit.dueOn().toString(), locale), visit))
                .toList();
        return checks.isEmpty() && visits.isEmpty()
                ? Map.of()
                : Map.of("checks", checks, "visits", visits, "full", checks.size() == SHOWN, "shown", SHOWN);
    }
}
