package org.sifang.inspection.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.UnitRecord;
import org.sifang.inspection.UnitRegister;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.notice.RecordedBreach;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The register of one organisation. */
@Controller
class UnitController {

    private final UnitRegister register;
    private final Notices notices;
    private final Clock clock;

    UnitController(UnitRegister register, Notices notices, Clock clock) {
        this.register = register;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * A breach and where its story is told.
     *
     * @param href page of the duty or finding; null when it was reported by hand
     */
    record BreachLine(
            RecordedBreach breach,
            @Nullable String href,
            @Nullable String notice) {}

    @GetMapping("/inspections/units/{code}")
    String show(@PathVariable String code, Actor actor, Model model) {
        UnitRecord unit = register.require(code, actor, clock.instant());
        model.addAttribute("unit", unit);
        model.addAttribute("breaches", breaches(unit));
        return "inspection/unit";
    }

    private List<BreachLine> breaches(UnitRecord unit) {
        return unit.breaches().stream()
                .map(one -> new BreachLine(
                        one,
                        href(one),
                        one.notice() == null
                                ? null
                                : notices.find(one.notice())
                                        .map(NoticeView::caption)
                                        .orElse("")))
                .toList();
    }

    private static @Nullable String href(RecordedBreach breach) {
        return switch (breach.kind()) {
            case DUTY -> "/duties/" + breach.subject();
            case FINDING -> "/inspections/findings/" + breach.subject();
            case ISOLATION, HAND -> null;
        };
    }
}
