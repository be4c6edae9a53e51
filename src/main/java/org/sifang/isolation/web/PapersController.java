package org.sifang.isolation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.sifang.isolation.CasePapers;
import org.sifang.isolation.PaperJob;
import org.sifang.isolation.PaperJobs;
import org.sifang.isolation.PaperKind;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.screening.CaseFilter;
import org.sifang.screening.Cases;
import org.sifang.screening.PersonCase;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Papers: one person's at once, many people's as a job with its own page. */
@Controller
@RequestMapping("/cases")
class PapersController {

    private final CasePapers papers;
    private final PaperJobs jobs;
    private final Cases cases;
    private final Wording wording;
    private final MessageSource messages;
    private final Clock clock;

    PapersController(
            CasePapers papers, PaperJobs jobs, Cases cases, Wording wording, MessageSource messages, Clock clock) {
        this.papers = papers;
        this.jobs = jobs;
        this.cases = cases;
        this.wording = wording;
        this.messages = messages;
        this.clock = clock;
    }

    /** A job and the name of whoever ordered it. */
    record Line(PaperJob job, String orderer) {}

    @GetMapping("/{id}/{kind:order|release}.pdf")
    ResponseEntity<byte[]> one(@PathVariable UUID id, @PathVariable String kind, Actor actor) {
        PaperKind wanted = kind(kind);
        return pdf(papers.print(id, wanted, actor, clock.instant()), name(wanted));
    }

    /** For the ticked ones, or for all that the list's filter leaves. */
    @PostMapping("/papers/{kind:order|release}")
    String order(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") List<UUID> ids,
            @RequestParam(defaultValue = "false") boolean all,
            HttpServletRequest request,
            Actor actor,
            RedirectAttributes redirect) {
        List<PersonCase> chosen = all
                ? cases.all(CaseFilter.of(request::getParameter), actor, PaperJobs.MOST * 2)
                : cases.select(ids, actor).stream().map(view -> view.found()).toList();
        UUID job = jobs.order(kind(kind), chosen, actor, clock.instant());
        int people = jobs.require(job, actor).people();
        redirect.addFlashAttribute("flash", people < chosen.size() ? "papers.ordered.some" : "papers.ordered");
        redirect.addFlashAttribute("flashArgs", List.of(people, chosen.size() - people));
        return "redirect:/cases/papers/" + job;
    }

    @GetMapping("/papers")
    String list(Actor actor, Model model) {
        model.addAttribute("lines", jobs.latest(actor).stream().map(this::line).toList());
        return "isolation/papers-list";
    }

    @GetMapping("/papers/{id}")
    String show(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Actor actor,
            Model model) {
        PaperJob job = jobs.require(id, actor);
        model.addAttribute("line", line(job));
        model.addAttribute("files", jobs.files(job));
        model.addAttribute("mayTake", jobs.mayTake(job, actor));
        return fragment ? "isolation/papers-job :: job" : "isolation/papers-job";
    }

    @GetMapping("/papers/{id}/{number}.pdf")
    ResponseEntity<byte[]> take(@PathVariable UUID id, @PathVariable int number, Actor actor) {
        PaperKind kind = jobs.require(id, actor).kind();
        return pdf(jobs.take(id, number, actor, clock.instant()), name(kind) + "-" + number);
    }

    @PostMapping("/papers/{id}/delete")
    String delete(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        jobs.delete(id, actor, clock.instant());
        redirect.addFlashAttribute("flash", "papers.deleted");
        return "redirect:/cases/papers/" + id;
    }

    private Line line(PaperJob job) {
        return new Line(job, wording.officerName(job.orderedBy()));
    }

    private String name(PaperKind kind) {
        return messages.getMessage("isolation.paper." + kind, null, Locale.SIMPLIFIED_CHINESE);
    }

    private static PaperKind kind(String path) {
        for (PaperKind kind : PaperKind.values()) {
            if (kind.path().equals(path)) {
                return kind;
            }
        }
        throw new NotFoundException("papers");
    }

    private static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PDF);
        headers.setCacheControl(CacheControl.noStore());
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(name + ".pdf", StandardCharsets.UTF_8)
                .build());
        return ResponseEntity.ok().headers(headers).body(content);
    }
}
