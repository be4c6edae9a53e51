package org.sifang.screening.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.ItemPage;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Wording;
import org.sifang.screening.ImportState;
import org.sifang.screening.NoticeToScreen;
import org.sifang.screening.OpeningProgress;
import org.sifang.screening.OpeningProgress.Opening;
import org.sifang.screening.Outcome;
import org.sifang.screening.RowResult;
import org.sifang.screening.SheetImport;
import org.sifang.screening.SheetImports;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Sheets going in: the form, how far each is read, what came of it, and what goes back. */
@Controller
class ScreeningController {

    private static final int SIZE = 20;
    private static final int SHOWN_ROWS = 200;

    private final SheetImports imports;
    private final Wording wording;
    private final Reasons reasons;
    private final List<OpeningProgress> openings;
    private final Clock clock;

    ScreeningController(
            SheetImports imports,
            Wording wording,
            Reasons reasons,
            ObjectProvider<OpeningProgress> openings,
            Clock clock) {
        this.imports = imports;
        this.wording = wording;
        this.reasons = reasons;
        this.openings = openings.stream().toList();
        this.clock = clock;
    }

    /** An import and the names around it. */
    record Line(SheetImport sheet, String notice, String organization, String sender) {}

    /** A row with a remark. */
    record Remark(int row, Outcome outcome, String reasons) {}

    @GetMapping("/screening")
    String list(
            @RequestParam(required = false) @Nullable String notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model) {
        List<NoticeToScreen> notices = imports.notices(actor);
        List<Organization> organizations = imports.choices(actor);
        ItemPage<SheetImport> found = imports.list(null, null, actor, Math.max(0, page), SIZE);
        model.addAttribute("notices", notices);
        model.addAttribute("organizations", organizations);
        model.addAttribute("notice", notice);
        model.addAttribute("organisation", organisation);
        model.addAttribute(
                "imports",
                new ItemPage<>(found.items().stream().map(this::line).toList(), found.total(), found.page(), SIZE));
        return "screening/screening";
    }

    @PostMapping("/screening/imports")
    ModelAndView upload(
            @RequestParam(defaultValue = "") String notice,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            Model model) {
        try {
            if (notice.isBlank()) {
                throw new FaultsException(Fault.at("notice", "fault.screening.notice.missing"));
            }
            String holder = organisation.isBlank() ? actor.organization() : organisation;
            Upload upload = Upload.of(file);
            UUID id = imports.accept(notice, holder, upload.name(), upload.content(), actor, clock.instant());
            return new ModelAndView("redirect:/screening/imports/" + id);
        } catch (FaultsException refused) {
            model.addAttribute("faults", refused.faults());
            ModelAndView again = new ModelAndView(list(notice, organisation, 0, actor, model), model.asMap());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    @GetMapping("/screening/imports/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Actor actor,
            Model model,
            Locale locale) {
        SheetImport sheet = imports.require(id, actor);
        List<RowResult> rows = imports.remarks(id, outcome, SHOWN_ROWS);
        model.addAttribute("line", line(sheet));
        boolean running = sheet.state() == ImportState.RUNNING;
        Opening opening = openings.stream()
                .flatMap(source -> source.of(id).stream())
                .findFirst()
                .orElse(null);
        model.addAttribute("running", running);
        model.addAttribute("opening", opening);
        model.addAttribute("busy", running || (opening != null && !opening.isDone()));
        model.addAttribute("failure", sheet.failure());
        model.addAttribute("outcome", outcome);
        model.addAttribute("offersRejected", imports.offersRejected(sheet, actor));
        model.addAttribute(
                "remarks",
                rows.stream()
                        .map(row -> new Remark(row.number(), row.outcome(), reasons.line(row.reasons(), locale)))
                        .toList());
        model.addAttribute("more", rows.size() == SHOWN_ROWS);
        return fragment ? "screening/import :: import" : "screening/import";
    }

    @GetMapping("/screening/imports/{id}/rejected")
    ResponseEntity<byte[]> rejected(@PathVariable UUID id, Actor actor, Locale locale) {
        byte[] content = imports.takeRejected(id, actor, locale, clock.instant());
        return Spreadsheets.download(content, reasons.say("screening.rejected.file", locale));
    }

    @GetMapping("/screening/template.xlsx")
    ResponseEntity<byte[]> template(@RequestParam String notice, Actor actor, Locale locale) {
        return Spreadsheets.download(imports.template(notice, actor), reasons.say("screening.template.file", locale));
    }

    private Line line(SheetImport sheet) {
        return new Line(
                sheet,
                imports.notice(sheet.notice()).map(NoticeToScreen::number).orElse(""),
                wording.organizationName(sheet.organization()),
                wording.officerName(sheet.uploadedBy()));
    }
}
