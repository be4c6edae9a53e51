package org.sifang.inspection.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Answer;
import org.sifang.inspection.Checklist;
import org.sifang.inspection.Checklist.Item;
import org.sifang.inspection.Evidence;
import org.sifang.inspection.EvidenceDesk;
import org.sifang.inspection.Inspection;
import org.sifang.inspection.InspectionPowers;
import org.sifang.inspection.Inspections;
import org.sifang.inspection.Visit;
import org.sifang.inspection.VisitAnswer;
import org.sifang.inspection.VisitDesk;
import org.sifang.inspection.VisitDesk.Said;
import org.sifang.inspection.VisitState;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A visit on a phone: its checklist, item by item, with photos; one form, so that it works without scripts. */
@Controller
@RequestMapping("/inspections/visits/{id}")
class VisitController {

    private static final String ANSWER = "answer-";
    private static final String NOTE = "note-";
    private static final String EVIDENCE = "evidence-";

    private final Inspections inspections;
    private final VisitDesk desk;
    private final EvidenceDesk evidence;
    private final Wording wording;
    private final Clock clock;

    VisitController(Inspections inspections, VisitDesk desk, EvidenceDesk evidence, Wording wording, Clock clock) {
        this.inspections = inspections;
        this.desk = desk;
        this.evidence = evidence;
        this.wording = wording;
        this.clock = clock;
    }

    /** An item with what is said of it. */
    record ItemLine(
            Item item, @Nullable Answer answer, @Nullable String note, List<Evidence> evidence) {}

    /** A heading of the checklist and its items. */
    record SectionLine(String name, List<ItemLine> items) {}

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Model model) {
        fill(inspections.requireVisit(id, actor), actor, Map.of(), model);
        return "inspection/visit";
    }

    @PostMapping("/start")
    String start(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        inspections.requireVisit(id, actor);
        desk.start(id, actor, clock.instant());
        redirect.addFlashAttribute("flash", "inspection.visit.begun");
        return "redirect:/inspections/visits/" + id;
    }

    /** Keeps what is said and the photos; {@code finish} ends the visit, {@code remove} takes a photo away. */
    @PostMapping
    ModelAndView keep(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable String receivedBy,
            @RequestParam(required = false) @Nullable String remark,
            @RequestParam(required = false) @Nullable UUID remove,
            @RequestParam(defaultValue = "false") boolean finish,
            MultipartHttpServletRequest files,
            Actor actor,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        Visit visit = inspections.requireVisit(id, actor);
        Map<String, Said> said = said(sent);
        Instant now = clock.instant();
        try {
            desk.answer(id, said, actor, now);
            addFiles(id, files, actor, now);
            if (remove != null) {
                evidence.remove(id, remove, actor, now);
            }
            if (finish) {
                desk.finish(id, receivedBy, remark, actor, now);
            }
            redirect.addFlashAttribute("flash", finish ? "inspection.visit.finished" : "inspection.visit.kept");
            return new ModelAndView("redirect:/inspections/visits/" + id);
        } catch (FaultsException refused) {
            fill(inspections.requireVisit(visit.id(), actor), actor, said, model);
            model.addAttribute("faults", refused.faults());
            model.addAttribute("receivedBy", receivedBy);
            model.addAttribute("remark", remark);
            return new ModelAndView("inspection/visit", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private static Map<String, Said> said(MultiValueMap<String, String> sent) {
        Map<String, Said> said = new LinkedHashMap<>();
        sent.toSingleValueMap().forEach((name, value) -> {
            if (name.startsWith(ANSWER)) {
                String item = name.substring(ANSWER.length());
                said.put(item, new Said(answer(item, value), sent.getFirst(NOTE + item)));
            }
        });
        return said;
    }

    private static Answer answer(String item, String value) {
        try {
            return Answer.valueOf(value);
        } catch (IllegalArgumentException unknown) {
            throw new FaultsException(Fault.at("item-" + item, "fault.inspection.item", item));
        }
    }

    private void addFiles(UUID id, MultipartHttpServletRequest files, Actor actor, Instant now) throws IOException {
        List<Fault> faults = new ArrayList<>();
        for (Map.Entry<String, List<MultipartFile>> some :
                files.getMultiFileMap().entrySet()) {
            for (MultipartFile file : some.getValue()) {
                if (some.getKey().startsWith(EVIDENCE) && !file.isEmpty()) {
                    try {
                        String item = some.getKey().substring(EVIDENCE.length());
                        evidence.add(id, item, file.getOriginalFilename(), file.getBytes(), actor, now);
                    } catch (FaultsException refused) {
                        faults.addAll(refused.faults());
                    }
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }

    /** Shown as what its bytes are; a document is never opened inside the house's own pages. */
    @GetMapping("/evidence/{one}")
    ResponseEntity<byte[]> evidence(@PathVariable UUID id, @PathVariable UUID one, Actor actor) {
        inspections.requireVisit(id, actor);
        EvidenceDesk.Content content = evidence.require(id, one);
        ContentDisposition how = (content.evidence().picture()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(content.evidence().name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, how.toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(content.evidence().mediaType()))
                .body(content.bytes());
    }

    private void fill(Visit visit, Actor actor, Map<String, Said> typed, Model model) {
        Inspection inspection =
                inspections.find(visit.inspection()).orElseThrow(() -> new NotFoundException("inspection"));
        model.addAttribute("visit", visit);
        model.addAttribute("inspection", inspection);
        model.addAttribute("organization", wording.organizationName(visit.organization()));
        model.addAttribute("by", wording.organizationName(inspection.organization()));
        model.addAttribute(
                "inspectors",
                visit.inspectors().stream().map(wording::officerName).collect(Collectors.joining("、")));
        List<SectionLine> sections = sections(visit, inspection.checklist(), typed);
        model.addAttribute("sections", sections);
        model.addAttribute(
                "answered",
                sections.stream()
                        .flatMap(section -> section.items().stream())
                        .filter(line -> line.answer() != null)
                        .count());
        model.addAttribute("items", inspection.checklist().items().size());
        boolean visits = InspectionPowers.mayVisit(visit, actor);
        model.addAttribute("mayStart", visits && visit.state() == VisitState.PLANNED);
        model.addAttribute("mayFill", visits && visit.state() == VisitState.STARTED);
        model.addAttribute("seesPlan", inspections.seesPlan(visit, actor));
        model.addAttribute("choices", Answer.values());
        model.addAttribute("subjects", List.of(visit.id().toString()));
        model.addAttribute("actor", actor);
    }

    private List<SectionLine> sections(Visit visit, Checklist list, Map<String, Said> typed) {
        Map<String, VisitAnswer> answers = inspections.answers(visit.id());
        Map<String, List<Evidence>> photos =
                evidence.of(visit.id()).stream().collect(Collectors.groupingBy(Evidence::item));
        return list.sections().stream()
                .map(section -> new SectionLine(
                        section.name(),
                        section.items().stream()
                                .map(item -> line(
                                        item,
                                        typed.get(item.code()),
                                        answers.get(item.code()),
                                        photos.getOrDefault(item.code(), List.of())))
                                .toList()))
                .toList();
    }

    /** What was just typed lies over what was kept. */
    private static ItemLine line(Item item, @Nullable Said typed, @Nullable VisitAnswer kept, List<Evidence> photos) {
        if (typed != null) {
            return new ItemLine(item, typed.answer(), typed.note(), photos);
        }
        return kept == null
                ? new ItemLine(item, null, null, photos)
                : new ItemLine(item, kept.answer(), kept.note(), photos);
    }
}
