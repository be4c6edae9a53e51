package org.sifang.worklist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.Actor;
import org.sifang.worklist.Tasks;
import org.sifang.worklist.WorkItem;
import org.sifang.worklist.WorkItems;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What the form's script sends: drafts as one types, and the form itself. Same addresses as the plain form, as JSON. */
@RestController
@RequestMapping(path = "/tasks/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
class TaskScriptController {

    private static final String HOME = "/";

    private final Tasks tasks;
    private final WorkItems items;
    private final TaskNames names;
    private final Countdowns countdowns;
    private final MessageSource messages;

    TaskScriptController(Tasks tasks, WorkItems items, TaskNames names, Countdowns countdowns, MessageSource messages) {
        this.tasks = tasks;
        this.items = items;
        this.names = names;
        this.countdowns = countdowns;
        this.messages = messages;
    }

    /** @param at when, as people say it: 17:16 */
    record DraftSaved(String at) {}

    /**
     * What became of the form: where to go next, or what is wrong.
     *
     * @param faults each with the key of its field
     */
    record Outcome(@Nullable String next, List<FieldFault> faults) {}

    record FieldFault(String path, String text) {}

    @PostMapping("/draft")
    DraftSaved draft(@PathVariable String id, @RequestBody Map<String, Object> values, Actor actor) {
        Instant savedAt = tasks.saveDraft(id, values, actor);
        return new DraftSaved(countdowns.when(savedAt));
    }

    @PostMapping
    ResponseEntity<Outcome> complete(
            @PathVariable String id,
            @RequestBody Map<String, Object> values,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        WorkItem item = items.require(id, actor);
        try {
            tasks.complete(id, values, actor);
        } catch (FaultsException refused) {
            return ResponseEntity.unprocessableEntity()
                    .body(new Outcome(
                            null, refused.faults().stream().map(this::inWords).toList()));
        }
        FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put("flash", "task.completed");
        flash.put("flashArgs", List.of(names.of(item)));
        RequestContextUtils.saveOutputFlashMap(HOME, request, response);
        return ResponseEntity.ok(new Outcome(request.getContextPath() + HOME, List.of()));
    }

    private FieldFault inWords(Fault fault) {
        return new FieldFault(
                fault.path(),
                messages.getMessage(fault.code(), fault.args().toArray(), LocaleContextHolder.getLocale()));
    }
}
