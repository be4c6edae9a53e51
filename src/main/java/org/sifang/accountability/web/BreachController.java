package org.sifang.accountability.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.accountability.BreachDesk;
import org.sifang.accountability.NewBreach;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.BreachSeverity;
import org.sifang.notice.NoticeState;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A failure reported by hand. */
@Controller
@RequestMapping("/accountability/report")
class BreachController {

    private static final int MOST_NOTICES = 200;

    private final BreachDesk desk;
    private final Organizations organizations;
    private final Notices notices;
    private final Clock clock;

    BreachController(BreachDesk desk, Organizations organizations, Notices notices, Clock clock) {
        this.desk = desk;
        this.organizations = organizations;
        this.notices = notices;
        this.clock = clock;
    }

    /** What stands in the form. */
    record Typed(
            @Nullable String party,
            @Nullable UUID notice,
            @Nullable BreachSeverity severity,
            @Nullable String happenedAt,
            @Nullable String account) {

        NewBreach said(Clock clock) {
            return new NewBreach(party == null ? "" : party, notice, severity, moment(clock), account);
        }

        private @Nullable Instant moment(Clock clock) {
            try {
                return happenedAt == null
                        ? null
                        : LocalDateTime.parse(happenedAt)
                                .atZone(clock.getZone())
                                .toInstant();
            } catch (DateTimeParseException notAMoment) {
                return null;
            }
        }
    }

    @GetMapping
    String form(
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable UUID notice,
            Actor actor,
            Model model) {
        actor.require(Role.OFFICER, Role.LEADER, Role.INSPECTOR, Role.DISCIPLINE, Role.SUPERVISOR);
        fill(new Typed(party, notice, null, null, null), actor, model);
        return "accountability/report";
    }

    @PostMapping
    ModelAndView report(Typed typed, Actor actor, Model model, RedirectAttributes redirect) {
        try {
            UUID breach = desk.report(typed.said(clock), actor, clock.instant());
            redirect.addFlashAttribute("flash", "accountability.flash.reported");
            Optional<UUID> opened = desk.caseOf(breach);
            return new ModelAndView(
                    "redirect:/accountability" + opened.map(id -> "/" + id).orElse(""));
        } catch (FaultsException refused) {
            fill(typed, actor, model);
            model.addAttribute("faults", refused.faults());
            return new ModelAndView("accountability/report", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private void fill(Typed typed, Actor actor, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("severities", BreachSeverity.values());
        model.addAttribute(
                "organizations",
                organizations.all().stream()
                        .filter(actor.scope()::covers)
                        .filter(one -> !one.code().equals(actor.organization()))
                        .toList());
        model.addAttribute(
                "notices",
                notices.list(actor, NoticeState.ISSUED, null, 0, MOST_NOTICES).items());
    }
}
