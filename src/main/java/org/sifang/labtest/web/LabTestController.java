package org.sifang.labtest.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.labtest.LabDesk;
import org.sifang.labtest.LabTest;
import org.sifang.labtest.LabTests;
import org.sifang.labtest.Laboratories;
import org.sifang.labtest.RecordedResult;
import org.sifang.labtest.Sampling;
import org.sifang.labtest.Source;
import org.sifang.labtest.TestState;
import org.sifang.labtest.web.Bench.Taken;
import org.sifang.labtest.web.Bench.TypedResult;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One test: its way, every result it ever had, and what may be done about it. */
@Controller
class LabTestController {

    private final Bench bench;
    private final LabTests tests;
    private final LabDesk desk;
    private final Sampling sampling;
    private final Laboratories laboratories;
    private final Notices notices;

    LabTestController(
            Bench bench, LabTests tests, LabDesk desk, Sampling sampling, Laboratories laboratories, Notices notices) {
        this.bench = bench;
        this.tests = tests;
        this.desk = desk;
        this.sampling = sampling;
        this.laboratories = laboratories;
        this.notices = notices;
    }

    /** A step behind the order. */
    record Step(
            String key,
            @Nullable Instant at,
            boolean now,
            @Nullable Instant dueAt) {}

    /** A result and who recorded it. */
    record Told(RecordedResult result, String by) {}

    @GetMapping("/lab/tests/{id}")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        LabTest test = tests.require(id, actor);
        boolean speaks = test.laboratory() != null && laboratories.speaksFor(actor, test.laboratory());
        bench.fill(test.laboratory(), actor, model);
        model.addAttribute("test", test);
        model.addAttribute("person", bench.person(test.person()));
        model.addAttribute("laboratory", bench.name(test.laboratory()));
        model.addAttribute(
                "notice", notices.find(test.notice()).map(NoticeView::caption).orElse(null));
        model.addAttribute("seesCase", tests.seesCase(test, actor));
        model.addAttribute("steps", steps(test));
        model.addAttribute(
                "results",
                tests.results(List.of(id)).getOrDefault(id, List.of()).stream()
                        .map(result -> new Told(result, bench.officer(result.recordedBy())))
                        .toList());
        model.addAttribute(
                "mayRecord", speaks && (test.state() == TestState.SAMPLED || test.state() == TestState.DELIVERED));
        model.addAttribute("mayCorrect", speaks && test.state() == TestState.DECIDED);
        return "labtest/test";
    }

    private static List<Step> steps(LabTest test) {
        return List.of(
                new Step("sampled", test.sampledAt(), test.state() == TestState.ORDERED, test.dueAt()),
                new Step("delivered", test.deliveredAt(), test.state() == TestState.SAMPLED, test.deliveryDueAt()),
                new Step("result", test.testedAt(), test.state() == TestState.DELIVERED, test.resultDueAt()));
    }

    @PostMapping("/lab/tests/{id}/result")
    ModelAndView record(
            @PathVariable UUID id,
            @ModelAttribute TypedResult typed,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        tests.require(id, actor);
        try {
            Taken taken = bench.read(typed);
            desk.record(List.of(id), taken.result(), taken.testedAt(), actor, Source.PAGE, bench.now());
            return back(id, redirect, "lab.recorded.one");
        } catch (FaultsException refused) {
            model.addAttribute("typedResult", typed.result());
            return again(id, refused, actor, model);
        }
    }

    @PostMapping("/lab/tests/{id}/correct")
    ModelAndView correct(
            @PathVariable UUID id,
            @ModelAttribute TypedResult typed,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        tests.require(id, actor);
        try {
            List<Fault> faults = new ArrayList<>();
            TestResult result = Bench.result(typed.result(), faults);
            String at = typed.testedAt();
            Instant testedAt = at == null || at.isBlank() ? null : bench.moment("testedAt", at, faults);
            if (result == null || !faults.isEmpty()) {
                throw new FaultsException(faults);
            }
            desk.correct(id, result, testedAt, reason, actor, bench.now());
            return back(id, redirect, "lab.corrected");
        } catch (FaultsException refused) {
            return again(id, refused, actor, model);
        }
    }

    @PostMapping("/lab/tests/{id}/exempt")
    ModelAndView exempt(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        LabTest test = tests.require(id, actor);
        try {
            sampling.exempt(id, reason, actor, bench.now());
            redirect.addFlashAttribute("flash", "lab.exempted");
            return new ModelAndView("redirect:/cases/" + test.caseId());
        } catch (FaultsException refused) {
            return again(id, refused, actor, model);
        }
    }

    private ModelAndView again(UUID id, FaultsException refused, Actor actor, Model model) {
        model.addAttribute("faults", refused.faults());
        return new ModelAndView(show(id, actor, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static ModelAndView back(UUID id, RedirectAttributes redirect, String flash) {
        redirect.addFlashAttribute("flash", flash);
        return new ModelAndView("redirect:/lab/tests/" + id);
    }
}
