package org.sifang.labtest.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.ItemPage;
import org.sifang.labtest.Incoming;
import org.sifang.labtest.Incoming.Waiting;
import org.sifang.organization.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Results that belong to no test: whose they are, or why they are nobody's. */
@Controller
class UnmatchedController {

    private static final int SIZE = 50;

    private final Bench bench;
    private final Incoming incoming;

    UnmatchedController(Bench bench, Incoming incoming) {
        this.bench = bench;
        this.incoming = incoming;
    }

    /** A result that waits, and the name of its laboratory. */
    record Line(Waiting waiting, @Nullable String laboratory) {}

    @GetMapping("/lab/unmatched")
    String list(
            @RequestParam(required = false) @Nullable String laboratory,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Model model) {
        List<String> shown = bench.fill(laboratory, actor, model);
        int from = Math.min(Math.max(page, 0), 100_000);
        model.addAttribute(
                "lines",
                new ItemPage<>(
                        incoming.waiting(shown, from * SIZE, SIZE).stream()
                                .map(one -> new Line(one, bench.name(one.laboratory())))
                                .toList(),
                        incoming.countWaiting(shown),
                        from,
                        SIZE));
        return "labtest/unmatched";
    }

    /** The number comes in the form's body and goes nowhere else. */
    @PostMapping("/lab/unmatched/{id}/match")
    ModelAndView match(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String number,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        try {
            incoming.match(id, number, actor, bench.now());
            return back(redirect, "lab.matched");
        } catch (FaultsException refused) {
            return again(id, refused, actor, model);
        }
    }

    @PostMapping("/lab/unmatched/{id}/drop")
    ModelAndView drop(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        try {
            incoming.drop(id, reason, actor, bench.now());
            return back(redirect, "lab.dropped");
        } catch (FaultsException refused) {
            return again(id, refused, actor, model);
        }
    }

    private ModelAndView again(UUID id, FaultsException refused, Actor actor, Model model) {
        model.addAttribute("faults", refused.faults());
        model.addAttribute("failed", id);
        return new ModelAndView(list(null, 0, actor, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static ModelAndView back(RedirectAttributes redirect, String flash) {
        redirect.addFlashAttribute("flash", flash);
        return new ModelAndView("redirect:/lab/unmatched");
    }
}
