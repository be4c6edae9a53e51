package org.sifang.worklist.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sifang.journal.JournalTexts;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.worklist.OpenTask;
import org.sifang.worklist.Tasks;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A task on its form, as a page; what scripts send goes to {@link TaskScriptController}. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskController {

    private final Tasks tasks;
    private final TaskNames names;
    private final JournalTexts journal;
    private final Countdowns countdowns;
    private final DataIsland island;

    TaskController(Tasks tasks, TaskNames names, JournalTexts journal, Countdowns countdowns, DataIsland island) {
        this.tasks = tasks;
        this.names = names;
        this.journal = journal;
        this.countdowns = countdowns;
        this.island = island;
    }

    @GetMapping
    String page(@PathVariable String id, Actor actor, Model model) {
        OpenTask task = tasks.open(id, actor);
        fill(model::addAttribute, task, task.data(), actor);
        return "worklist/task";
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView complete(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes redirect) {
        OpenTask task = tasks.open(id, actor);
        JsonNode schema = task.schema();
        if (schema == null) {
            throw new StateConflictException("task", "WITHOUT_FORM", "WITH_FORM");
        }
        Map<String, Object> values = PlainForm.values(schema, sent);
        if (sent.containsKey("draft")) {
            Instant savedAt = tasks.saveDraft(id, values, actor);
            redirect.addFlashAttribute("flash", "task.draft.saved");
            redirect.addFlashAttribute("flashArgs", List.of(countdowns.when(savedAt)));
            return new ModelAndView("redirect:/tasks/" + id);
        }
        try {
            tasks.complete(id, values, actor);
        } catch (FaultsException refused) {
            return again(task, values, refused.faults(), actor);
        }
        redirect.addFlashAttribute("flash", "task.completed");
        redirect.addFlashAttribute("flashArgs", List.of(names.of(task.item())));
        return new ModelAndView("redirect:/");
    }

    /** The page with the faults at their fields, and everything that was typed still there. */
    private ModelAndView again(OpenTask task, Map<String, Object> typed, List<Fault> faults, Actor actor) {
        ModelAndView page = new ModelAndView("worklist/task", HttpStatus.UNPROCESSABLE_ENTITY);
        Map<String, Object> data = new LinkedHashMap<>(task.data());
        data.putAll(typed);
        fill(page::addObject, task, data, actor);
        page.addObject("faults", faults);
        return page;
    }

    private interface Attributes {

        Object put(String name, Object value);
    }

    private void fill(Attributes model, OpenTask task, Map<String, Object> data, Actor actor) {
        model.put("task", task);
        model.put("actor", actor);
        model.put("happenings", journal.lines(task.context().subjects(), actor, LocaleContextHolder.getLocale()));
        JsonNode schema = task.schema();
        if (schema != null) {
            model.put("form", PlainForm.of(schema, data));
            model.put("island", island.of(Map.of("schema", schema, "data", data, "readOnly", !task.mayDo())));
        }
    }
}
