package org.sifang.screening.web;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.ItemPage;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.person.PersonMasked;
import org.sifang.screening.Declaration;
import org.sifang.screening.DeclarationReading;
import org.sifang.screening.DeclarationState;
import org.sifang.screening.Declarations;
import org.sifang.screening.NoticeToScreen;
import org.sifang.screening.SheetImports;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people declared, for the county that takes it up. */
@Controller
class DeclarationsController {

    private static final int SIZE = 50;
    private static final Set<DeclarationState> SHOWN =
            EnumSet.of(DeclarationState.CONFLICTING, DeclarationState.FORWARDED, DeclarationState.CONTACTED);

    private final Declarations declarations;
    private final DeclarationReading reading;
    private final SheetImports imports;
    private final Wording wording;
    private final Clock clock;

    DeclarationsController(
            Declarations declarations, DeclarationReading reading, SheetImports imports, Wording wording, Clock clock) {
        this.declarations = declarations;
        this.reading = reading;
        this.imports = imports;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * A declaration and the names around it.
     *
     * @param person masked; only while there is no case to open
     */
    record Line(
            Declaration declaration,
            String notice,
            String organization,
            @Nullable String contactedBy,
            @Nullable PersonMasked person,
            boolean mayReveal) {}

    /** A number above the list, and the list it opens. */
    record Tile(
            DeclarationState state,
            long number,
            String href,
            @Nullable String tone) {}

    @GetMapping("/declarations")
    String list(
            @RequestParam(required = false) @Nullable UUID notice,
            @RequestParam(required = false) @Nullable DeclarationState state,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model) {
        ItemPage<Declaration> found = declarations.list(notice, state, actor, Math.max(page, 0), SIZE);
        Map<UUID, String> numbers = new HashMap<>();
        List<Line> lines = found.items().stream()
                .map(one -> line(
                        one,
                        numbers.computeIfAbsent(
                                one.notice(),
                                id -> imports.notice(id)
                                        .map(NoticeToScreen::number)
                                        .orElse("")),
                        actor))
                .toList();
        model.addAttribute("lines", new ItemPage<>(lines, found.total(), found.page(), found.size()));
        model.addAttribute(
                "tiles",
                SHOWN.stream()
                        .map(one -> tile(notice, one, declarations.count(notice, one, actor)))
                        .toList());
        model.addAttribute("state", state);
        return "screening/declarations";
    }

    private Line line(Declaration one, String notice, Actor actor) {
        boolean unregistered = one.personCase() == null;
        return new Line(
                one,
                notice,
                wording.organizationName(one.organization()),
                one.contactedBy() == null ? null : wording.officerName(one.contactedBy()),
                unregistered ? reading.masked(one).orElse(null) : null,
                unregistered && reading.mayReveal(one, actor));
    }

    private static Tile tile(@Nullable UUID notice, DeclarationState state, long number) {
        String href = "/declarations?state=" + state + (notice == null ? "" : "&notice=" + notice);
        return new Tile(state, number, href, number > 0 && state == DeclarationState.CONFLICTING ? "bad" : null);
    }

    /** Shows in the answer what was written; the address stays free of reasons and data. */
    @PostMapping("/declarations/{id}/reveal")
    ModelAndView reveal(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor, Model model) {
        HttpStatus status = HttpStatus.OK;
        try {
            model.addAttribute("revealed", reading.reveal(id, reason, actor, clock.instant()));
        } catch (FaultsException refused) {
            model.addAttribute("faults", refused.faults());
            status = HttpStatus.UNPROCESSABLE_ENTITY;
        }
        return new ModelAndView(list(null, DeclarationState.CONFLICTING, 0, actor, model), model.asMap(), status);
    }

    @PostMapping("/declarations/{id}/contacted")
    String contacted(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        declarations.contacted(id, actor, clock.instant());
        redirect.addFlashAttribute("flash", "declarations.contacted.done");
        return "redirect:/declarations";
    }
}
