package org.sifang.labtest.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.ItemPage;
import org.sifang.labtest.LabDesk;
import org.sifang.labtest.LabLists;
import org.sifang.labtest.LabLists.Counts;
import org.sifang.labtest.LabLists.View;
import org.sifang.labtest.LabTest;
import org.sifang.labtest.LabTests;
import org.sifang.labtest.Pools;
import org.sifang.labtest.Sampling;
import org.sifang.labtest.Source;
import org.sifang.labtest.web.Bench.Line;
import org.sifang.labtest.web.Bench.Taken;
import org.sifang.labtest.web.Bench.TypedResult;
import org.sifang.organization.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** A laboratory's day: samples on their way, results to enter, what is late, what was done. */
@Controller
class LabController {

    private static final int SIZE = 50;

    private final Bench bench;
    private final LabLists lists;
    private final LabTests tests;
    private final LabDesk desk;
    private final Sampling sampling;
    private final Pools pools;

    LabController(Bench bench, LabLists lists, LabTests tests, LabDesk desk, Sampling sampling, Pools pools) {
        this.bench = bench;
        this.lists = lists;
        this.tests = tests;
        this.desk = desk;
        this.sampling = sampling;
        this.pools = pools;
    }

    /** A number above the list, and the list it opens. */
    record Tile(
            String key, long number, String href, @Nullable String tone) {}

    /**
     * Where the reader is, and whom he picked there.
     *
     * @param list one of the views, in small letters
     * @param laboratory code; null for all he may see
     */
    record Where(
            @Nullable String list,
            @Nullable String laboratory,
            @Nullable Integer page,
            @Nullable List<UUID> tests) {

        View view() {
            for (View view : View.values()) {
                if (view.name().equalsIgnoreCase(list)) {
                    return view;
                }
            }
            return View.WAITING;
        }

        List<UUID> picked() {
            return tests == null ? List.of() : tests;
        }

        String address() {
            return UriComponentsBuilder.fromPath("/lab")
                    .queryParam("list", view().name().toLowerCase(Locale.ROOT))
                    .queryParamIfPresent("laboratory", Optional.ofNullable(laboratory))
                    .encode()
                    .toUriString();
        }
    }

    @GetMapping("/lab")
    String show(@ModelAttribute Where where, Actor actor, Model model) {
        List<String> shown = bench.fill(where.laboratory(), actor, model);
        View view = where.view();
        int page = where.page() == null ? 0 : Math.min(Math.max(where.page(), 0), 100_000);
        ItemPage<LabTest> found = lists.page(view, shown, bench.now(), bench.today(), page, SIZE);
        model.addAttribute("list", view.name().toLowerCase(Locale.ROOT));
        model.addAttribute("lines", new ItemPage<Line>(bench.lines(found.items()), found.total(), found.page(), SIZE));
        model.addAttribute("picked", where.picked());
        model.addAttribute("tiles", tiles(lists.counts(shown, bench.now(), bench.today()), where));
        return "labtest/lab";
    }

    private static List<Tile> tiles(Counts counts, Where where) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile(View.WAITING, counts.waiting(), null, where));
        tiles.add(tile(View.TRANSIT, counts.transit(), null, where));
        tiles.add(tile(View.OVERDUE, counts.overdue(), "bad", where));
        tiles.add(tile(View.TODAY, counts.today(), "ok", where));
        tiles.add(tile(View.CORRECTED, counts.corrected(), "late", where));
        tiles.add(new Tile("pools", counts.pools(), "/lab/pools", null));
        tiles.add(new Tile("unmatched", counts.unmatched(), "/lab/unmatched", counts.unmatched() > 0 ? "soon" : null));
        return tiles;
    }

    private static Tile tile(View view, long number, @Nullable String tone, Where where) {
        String key = view.name().toLowerCase(Locale.ROOT);
        String href = new Where(key, where.laboratory(), null, null).address();
        return new Tile(key, number, href, number == 0 ? null : tone);
    }

    @PostMapping("/lab/receive")
    ModelAndView receive(@ModelAttribute Where where, Actor actor, Model model, RedirectAttributes redirect) {
        return doing(where, actor, model, () -> {
            int received = sampling.receive(where.picked(), bench.now(), actor, bench.now());
            return back(where, redirect, "lab.received", received);
        });
    }

    @PostMapping("/lab/results")
    ModelAndView record(
            @ModelAttribute Where where,
            @ModelAttribute TypedResult typed,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("typedResult", typed.result());
        return doing(where, actor, model, () -> {
            if (where.picked().isEmpty()) {
                throw new FaultsException(Fault.at("tests", "fault.labtest.picked"));
            }
            Taken taken = bench.read(typed);
            int recorded =
                    desk.record(where.picked(), taken.result(), taken.testedAt(), actor, Source.PAGE, bench.now());
            boolean positive = taken.result() == TestResult.POSITIVE;
            return back(where, redirect, positive ? "lab.recorded.positive" : "lab.recorded", recorded);
        });
    }

    @PostMapping("/lab/pools")
    ModelAndView pool(
            @ModelAttribute Where where,
            @RequestParam(required = false) @Nullable String number,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("typedNumber", number);
        return doing(where, actor, model, () -> {
            if (where.picked().isEmpty()) {
                throw new FaultsException(Fault.at("tests", "fault.labtest.pool.few"));
            }
            String laboratory =
                    String.valueOf(tests.require(where.picked().get(0), actor).laboratory());
            UUID pool = pools.form(laboratory, number, where.picked(), actor, bench.now());
            redirect.addFlashAttribute("flash", "lab.pooled");
            return new ModelAndView("redirect:/lab/pools/" + pool);
        });
    }

    /** What is done with the tests that were picked. */
    private interface Step {
        ModelAndView take();
    }

    private ModelAndView doing(Where where, Actor actor, Model model, Step step) {
        try {
            return step.take();
        } catch (FaultsException refused) {
            model.addAttribute("faults", refused.faults());
            return new ModelAndView(show(where, actor, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private static ModelAndView back(Where where, RedirectAttributes redirect, String flash, int number) {
        redirect.addFlashAttribute("flash", flash);
        redirect.addFlashAttribute("flashArgs", List.of(number));
        return new ModelAndView("redirect:" + where.address());
    }
}
