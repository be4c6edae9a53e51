package org.sifang.worklist.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.worklist.WorkCounts;
import org.sifang.worklist.WorkFilter;
import org.sifang.worklist.WorkItem;
import org.sifang.worklist.WorkItems;
import org.sifang.worklist.WorkPage;
import org.sifang.worklist.WorkSubjects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** My work: the page everybody begins on. */
@Controller
class WorkController {

    private final WorkItems items;
    private final SeenCounts counts;
    private final Organizations organizations;
    private final TaskNames names;
    private final MessageSource messages;
    private final List<String> processes;

    WorkController(
            WorkItems items,
            SeenCounts counts,
            Organizations organizations,
            TaskNames names,
            MessageSource messages,
            ObjectProvider<WorkSubjects> subjects) {
        this.items = items;
        this.counts = counts;
        this.organizations = organizations;
        this.names = names;
        this.messages = messages;
        this.processes = subjects.stream()
                .flatMap(source -> source.processes().stream())
                .sorted()
                .toList();
    }

    @GetMapping("/")
    String page(WorkQuery query, Actor actor, Model model) {
        fill(query, actor, model);
        return "worklist/work";
    }

    @GetMapping("/")
    @HxRequest
    String results(WorkQuery query, Actor actor, Model model) {
        fill(query, actor, model);
        return "worklist/work :: results";
    }

    private void fill(WorkQuery query, Actor actor, Model model) {
        WorkFilter filter = query.filter();
        WorkCounts counts = this.counts.of(actor);
        String list = query.shown(counts);
        WorkPage page = switch (list) {
            case "group" -> items.group(actor, filter, query.after());
            case "done" -> items.done(actor, filter, query.after());
            default -> items.mine(actor, filter, query.after());
        };
        model.addAttribute("list", list);
        model.addAttribute("query", query);
        model.addAttribute("work", page);
        model.addAttribute("counts", counts);
        model.addAttribute("processes", processes);
        model.addAttribute("filters", inForce(filter, page.items()));
    }

    /** The filters that have no field of their own on the page, in words. */
    private Map<String, String> inForce(WorkFilter filter, List<WorkItem> found) {
        Map<String, String> words = new LinkedHashMap<>();
        if (filter.notice() != null) {
            words.put(
                    "notice",
                    found.isEmpty() ? say("work.filter.notice") : found.get(0).title());
        }
        if (filter.organization() != null) {
            words.put(
                    "organization",
                    organizations
                            .find(filter.organization())
                            .map(Organization::name)
                            .orElse(filter.organization()));
        }
        return words;
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
