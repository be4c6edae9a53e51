package org.sifang.notice.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.DefinitionDesk;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticePanel;
import org.sifang.notice.NoticeState;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of notices, one notice, and what can be done to it. */
@Controller
class NoticeController {

    private static final int SIZE = 20;

    private final Notices notices;
    private final NoticeDesk desk;
    private final DefinitionDesk definitions;
    private final NoticeSheets sheets;
    private final Wording wording;
    private final List<NoticePanel> panels;

    NoticeController(
            Notices notices,
            NoticeDesk desk,
            DefinitionDesk definitions,
            NoticeSheets sheets,
            Wording wording,
            ObjectProvider<NoticePanel> panels) {
        this.notices = notices;
        this.desk = desk;
        this.definitions = definitions;
        this.sheets = sheets;
        this.wording = wording;
        this.panels = panels.stream().toList();
    }

    /** A panel with something to show. */
    record Shown(String fragment, Map<String, Object> model) {}

    /** A notice of the list with its issuer's name. */
    record Row(NoticeView notice, String issuer) {}

    @GetMapping("/notices")
    String list(NoticeQuery query, Actor actor, Model model) {
        fill(query, actor, model);
        return "notice/notices";
    }

    @GetMapping("/notices")
    @HxRequest
    String results(NoticeQuery query, Actor actor, Model model) {
        fill(query, actor, model);
        return "notice/notices :: results";
    }

    private void fill(NoticeQuery query, Actor actor, Model model) {
        ItemPage<NoticeView> found = notices.list(actor, query.wanted(), Words.given(query.q()), query.from(), SIZE);
        model.addAttribute("query", query);
        model.addAttribute("states", NoticeState.values());
        model.addAttribute(
                "notices",
                new ItemPage<>(
                        found.items().stream()
                                .map(notice -> new Row(notice, wording.organizationName(notice.issuer())))
                                .toList(),
                        found.total(),
                        found.page(),
                        found.size()));
        model.addAttribute("drafts", !definitions.issuers(actor).isEmpty());
    }

    @GetMapping("/notices/{id}")
    String page(@PathVariable String id, Actor actor, Model model, Locale locale) {
        model.addAttribute("sheet", sheets.of(id, actor, locale));
        NoticeView notice = notices.require(id, actor);
        model.addAttribute(
                "panels",
                panels.stream()
                        .map(panel -> new Shown(panel.fragment(), panel.model(notice, actor)))
                        .filter(shown -> !shown.model().isEmpty())
                        .toList());
        return "notice/notice";
    }

    @PostMapping("/notices/{id}/submit")
    ModelAndView submit(@PathVariable UUID id, Actor actor, Locale locale, RedirectAttributes redirect) {
        return done(id, actor, locale, null, notice -> desk.submitForReview(notice, actor), "submitted", redirect);
    }

    @PostMapping("/notices/{id}/issue")
    ModelAndView issue(@PathVariable UUID id, Actor actor, Locale locale, RedirectAttributes redirect) {
        return done(id, actor, locale, null, notice -> desk.issueAtOnce(notice, actor), "issued", redirect);
    }

    @PostMapping("/notices/{id}/lift")
    ModelAndView lift(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes redirect) {
        return done(id, actor, locale, reason, notice -> desk.lift(notice, reason, actor), "lifted", redirect);
    }

    @PostMapping("/notices/{id}/withdraw")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes redirect) {
        return done(id, actor, locale, reason, notice -> desk.withdraw(notice, reason, actor), "withdrawn", redirect);
    }

    /** Back to the page with a word, or the page itself with what was typed and what is wrong with it. */
    private ModelAndView done(
            UUID id,
            Actor actor,
            Locale locale,
            @Nullable String typed,
            Consumer<UUID> step,
            String what,
            RedirectAttributes redirect) {
        NoticeView notice = notices.require(id, actor);
        try {
            step.accept(id);
        } catch (FaultsException refused) {
            ModelAndView page = new ModelAndView("notice/notice", HttpStatus.UNPROCESSABLE_ENTITY);
            page.addObject("sheet", sheets.of(id.toString(), actor, locale));
            page.addObject("faults", refused.faults());
            page.addObject("failed", what);
            page.addObject("typed", Objects.requireNonNullElse(typed, ""));
            return page;
        }
        redirect.addFlashAttribute("flash", "notice.done." + what);
        redirect.addFlashAttribute("flashArgs", List.of(notice.caption()));
        return new ModelAndView("redirect:/notices/" + id);
    }
}
