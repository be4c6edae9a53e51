package org.sifang.worklist.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Officer;
import org.sifang.organization.Officers;
import org.sifang.worklist.Claims;
import org.sifang.worklist.RowResult;
import org.sifang.worklist.WorkItem;
import org.sifang.worklist.WorkItems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps on many tasks at once. Where all went well one is back on the list; else there is a line for each. */
@Controller
@RequestMapping("/tasks")
class BulkController {

    private static final int MOST = 200;

    private final Claims claims;
    private final WorkItems items;
    private final Officers officers;

    BulkController(Claims claims, WorkItems items, Officers officers) {
        this.claims = claims;
        this.items = items;
        this.officers = officers;
    }

    /** One row of the outcome; a task out of sight has no name. */
    record Row(String id, @Nullable WorkItem item, @Nullable Fault fault) {}

    @PostMapping("/claim")
    String claim(
            @RequestParam(defaultValue = "") List<String> ids,
            @RequestParam(defaultValue = "/") String back,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        List<String> chosen = some(ids);
        List<RowResult> results = claims.bulkClaim(chosen, actor);
        if (results.stream().allMatch(RowResult::ok)) {
            redirect.addFlashAttribute("flash", chosen.isEmpty() ? "work.nothing.chosen" : "work.claimed");
            redirect.addFlashAttribute("flashArgs", List.of(results.size()));
            redirect.addFlashAttribute("flashTone", chosen.isEmpty() ? "soon" : "ok");
            return "redirect:" + Address.ours(back);
        }
        show(results, actor, model);
        return "worklist/results";
    }

    /** Without a name asks for one; with it assigns. */
    @PostMapping("/assign")
    String assign(
            @RequestParam(defaultValue = "") List<String> ids,
            @RequestParam(required = false) @Nullable String username,
            Actor actor,
            HtmxRequest htmx,
            Model model) {
        List<String> chosen = some(ids);
        String part = htmx.isHtmxRequest() ? " :: content" : "";
        if (username == null || chosen.isEmpty()) {
            List<WorkItem> found =
                    chosen.stream().flatMap(id -> find(id, actor)).toList();
            model.addAttribute("chosen", found);
            model.addAttribute("colleagues", colleagues(found));
            return "worklist/assign" + part;
        }
        show(claims.assign(chosen, username, actor), actor, model);
        return "worklist/results" + part;
    }

    private void show(List<RowResult> results, Actor actor, Model model) {
        Map<String, WorkItem> known = results.stream()
                .flatMap(result -> find(result.id(), actor))
                .collect(Collectors.toMap(WorkItem::id, Function.identity(), (one, same) -> one));
        model.addAttribute(
                "rows",
                results.stream()
                        .map(result -> new Row(result.id(), known.get(result.id()), result.fault()))
                        .toList());
        model.addAttribute("done", results.stream().filter(RowResult::ok).count());
    }

    private Stream<WorkItem> find(String id, Actor actor) {
        try {
            return Stream.of(items.require(id, actor));
        } catch (NotFoundException gone) {
            return Stream.empty();
        }
    }

    /** Whoever could take one of the tasks, by organisation and name. */
    private List<Officer> colleagues(List<WorkItem> found) {
        Map<String, Officer> able = new TreeMap<>();
        found.stream().map(WorkItem::scopeKey).distinct().forEach(group -> {
            officers.inGroup(group).forEach(officer -> able.put(officer.organization() + officer.username(), officer));
        });
        return new ArrayList<>(able.values());
    }

    private static List<String> some(List<String> ids) {
        return ids.stream().filter(id -> !id.isBlank()).distinct().limit(MOST).toList();
    }
}
