package org.sifang.notice.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.Round;
import org.sifang.notice.RoundDesk;
import org.sifang.organization.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the issuer does to a whole round, from the page of its notice. */
@Controller
class RoundController {

    private final RoundDesk desk;
    private final NoticeSheets sheets;
    private final Clock clock;

    RoundController(RoundDesk desk, NoticeSheets sheets, Clock clock) {
        this.desk = desk;
        this.sheets = sheets;
        this.clock = clock;
    }

    @PostMapping("/rounds/{id}/extend")
    ModelAndView extend(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String dueAt,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes redirect) {
        Round round = desk.require(id, actor);
        try {
            int moved = desk.extend(id, TypedInstant.local("dueAt", dueAt, clock.getZone()), reason, actor);
            redirect.addFlashAttribute("flash", "round.done.extended");
            redirect.addFlashAttribute("flashArgs", List.of(moved));
            return new ModelAndView("redirect:/notices/" + round.notice());
        } catch (FaultsException refused) {
            ModelAndView page = new ModelAndView("notice/notice", HttpStatus.UNPROCESSABLE_ENTITY);
            page.addObject("sheet", sheets.of(round.notice().toString(), actor, locale));
            page.addObject("faults", refused.faults());
            page.addObject("failed", id.toString());
            page.addObject("typedRound", Map.of("dueAt", dueAt, "reason", reason));
            return page;
        }
    }
}
