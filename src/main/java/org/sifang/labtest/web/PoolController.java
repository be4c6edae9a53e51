package org.sifang.labtest.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.FaultsException;
import org.sifang.labtest.LabLists;
import org.sifang.labtest.Laboratories;
import org.sifang.labtest.Pool;
import org.sifang.labtest.Pools;
import org.sifang.labtest.web.Bench.Taken;
import org.sifang.labtest.web.Bench.TypedResult;
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

/** Pools, who is in them, and what was found in them. */
@Controller
class PoolController {

    private static final int MOST = 200;

    private final Bench bench;
    private final Pools pools;
    private final LabLists lists;
    private final Laboratories laboratories;

    PoolController(Bench bench, Pools pools, LabLists lists, Laboratories laboratories) {
        this.bench = bench;
        this.pools = pools;
        this.lists = lists;
        this.laboratories = laboratories;
    }

    /** A pool, how many people's samples are in it, and the name of its laboratory. */
    record Line(Pool pool, long size, @Nullable String laboratory) {}

    @GetMapping("/lab/pools")
    String list(@RequestParam(required = false) @Nullable String laboratory, Actor actor, Model model) {
        List<Pool> found = lists.pools(bench.fill(laboratory, actor, model), MOST);
        Map<UUID, Long> sizes = lists.sizes(found.stream().map(Pool::id).toList());
        model.addAttribute(
                "pools",
                found.stream()
                        .map(pool -> new Line(pool, sizes.getOrDefault(pool.id(), 0L), bench.name(pool.laboratory())))
                        .toList());
        return "labtest/pools";
    }

    @GetMapping("/lab/pools/{id}")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        Pool pool = pools.require(id, actor);
        bench.fill(pool.laboratory(), actor, model);
        model.addAttribute("pool", pool);
        model.addAttribute("laboratory", bench.name(pool.laboratory()));
        model.addAttribute("lines", bench.lines(lists.members(id)));
        model.addAttribute("mayRecord", pool.isOpen() && laboratories.speaksFor(actor, pool.laboratory()));
        return "labtest/pool";
    }

    @PostMapping("/lab/pools/{id}/result")
    ModelAndView record(
            @PathVariable UUID id,
            @ModelAttribute TypedResult typed,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        pools.require(id, actor);
        try {
            Taken taken = bench.read(typed);
            pools.decide(id, taken.result(), taken.testedAt(), actor, bench.now());
            redirect.addFlashAttribute("flash", "lab.pool.recorded." + taken.result());
            return new ModelAndView("redirect:/lab/pools/" + id);
        } catch (FaultsException refused) {
            model.addAttribute("faults", refused.faults());
            model.addAttribute("typedResult", typed.result());
            return new ModelAndView(show(id, actor, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }
}
