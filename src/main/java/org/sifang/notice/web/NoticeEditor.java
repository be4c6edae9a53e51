package org.sifang.notice.web;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.DefinitionDesk;
import org.sifang.notice.DefinitionReader;
import org.sifang.notice.DefinitionWriter;
import org.sifang.notice.NoticeDefinition;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeState;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a definition is written. Whatever is refused comes back with every word that was typed. */
@Controller
class NoticeEditor {

    private final Notices notices;
    private final NoticeDesk desk;
    private final DefinitionDesk definitions;
    private final StartingText starting;
    private final TextJudge judge;
    private final DefinitionWriter writer;

    NoticeEditor(
            Notices notices,
            NoticeDesk desk,
            DefinitionDesk definitions,
            StartingText starting,
            TextJudge judge,
            Clock clock) {
        this.notices = notices;
        this.desk = desk;
        this.definitions = definitions;
        this.starting = starting;
        this.judge = judge;
        this.writer = new DefinitionWriter(clock.getZone());
    }

    /**
     * @param from name of a shipped definition, {@code skeleton} or {@code blank}
     * @param amend id of a notice in force that the new one replaces
     */
    @GetMapping("/notices/new")
    ModelAndView fresh(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = "false") boolean today,
            @RequestParam(required = false) @Nullable UUID amend,
            Actor actor,
            Locale locale) {
        mayDraft(actor);
        if (amend != null) {
            return editor(null, starting.amending(notices.require(amend, actor)), null, actor, locale);
        }
        if (from != null) {
            return editor(
                    null, starting.of(from, today, definitions.issuers(actor).get(0)), null, actor, locale);
        }
        return new ModelAndView("notice/new").addObject("library", starting.choices());
    }

    @PostMapping("/notices/new")
    ModelAndView draft(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String check,
            Actor actor,
            Locale locale,
            RedirectAttributes redirect) {
        mayDraft(actor);
        if (check != null) {
            return editor(null, text, null, actor, locale);
        }
        try {
            NoticeView notice = desk.draft(judge.require(text, null, actor), actor);
            return saved(notice, "drafted", redirect);
        } catch (FaultsException refused) {
            return editor(null, text, refused, actor, locale);
        }
    }

    /** A file becomes the text of the editor; it is saved when its author has looked at it. */
    @PostMapping("/notices/upload")
    ModelAndView upload(@RequestParam MultipartFile file, Actor actor, Locale locale) throws IOException {
        mayDraft(actor);
        try (var content = file.getInputStream()) {
            String text = DefinitionReader.text(content.readNBytes(DefinitionReader.MAX_BYTES + 1));
            return editor(null, text, null, actor, locale);
        } catch (FaultsException refused) {
            ModelAndView page = new ModelAndView("notice/new", HttpStatus.UNPROCESSABLE_ENTITY);
            page.addObject("library", starting.choices());
            page.addObject(
                    "faults",
                    refused.faults().stream()
                            .map(fault -> new Fault("file", fault.code(), fault.args()))
                            .toList());
            return page;
        }
    }

    @GetMapping("/notices/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Actor actor, Locale locale) {
        NoticeView notice = editable(id, actor);
        return editor(notice, writer.yaml(notice.definition()), null, actor, locale);
    }

    @PostMapping("/notices/{id}/edit")
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String check,
            Actor actor,
            Locale locale,
            RedirectAttributes redirect) {
        NoticeView notice = notices.require(id, actor);
        if (check != null) {
            return editor(notice, text, null, actor, locale);
        }
        try {
            NoticeDefinition definition = judge.require(text, notice, actor);
            return saved(desk.edit(id, definition, actor), "edited", redirect);
        } catch (FaultsException refused) {
            return editor(notice, text, refused, actor, locale);
        } catch (StateConflictException gone) {
            // Somebody has sent the draft on meanwhile: the words stay here to be copied.
            FaultsException told = new FaultsException(Fault.at("", "fault.notice.noLongerDraft"));
            return editor(notice, text, told, actor, locale);
        }
    }

    /** What the editor asks while one types. */
    @PostMapping("/notices/check")
    String check(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable UUID notice,
            Actor actor,
            Model model,
            Locale locale) {
        mayDraft(actor);
        NoticeView edited = notice == null ? null : notices.require(notice, actor);
        model.addAttribute("judgement", judge.of(text, edited, actor, locale));
        return "notice/check :: check";
    }

    private ModelAndView editor(
            @Nullable NoticeView notice, String text, @Nullable FaultsException refused, Actor actor, Locale locale) {
        ModelAndView page = new ModelAndView("notice/edit");
        page.addObject("notice", notice);
        page.addObject("checkAt", notice == null ? "/notices/check" : "/notices/check?notice=" + notice.id());
        page.addObject("text", text);
        page.addObject("refused", refused != null);
        page.addObject(
                "judgement",
                refused == null ? judge.of(text, notice, actor, locale) : judge.faults(text, refused.faults(), locale));
        if (refused != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    private ModelAndView saved(NoticeView notice, String what, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", "notice.done." + what);
        redirect.addFlashAttribute("flashArgs", List.of(notice.caption()));
        return new ModelAndView("redirect:/notices/" + notice.id());
    }

    private NoticeView editable(UUID id, Actor actor) {
        NoticeView notice = notices.require(id, actor);
        if (!definitions.issuers(actor).contains(notice.issuer())) {
            throw new AccessDeniedException("Not an author of this issuer");
        }
        if (notice.state() != NoticeState.DRAFT) {
            throw new StateConflictException("notice", notice.state().name(), NoticeState.DRAFT.name());
        }
        return notice;
    }

    private void mayDraft(Actor actor) {
        if (definitions.issuers(actor).isEmpty()) {
            throw new AccessDeniedException("Not an author of notices");
        }
    }
}
