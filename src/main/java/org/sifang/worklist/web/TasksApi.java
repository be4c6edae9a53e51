package org.sifang.worklist.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.ItemPage;
import org.sifang.organization.Actor;
import org.sifang.worklist.Claims;
import org.sifang.worklist.OpenTask;
import org.sifang.worklist.Tasks;
import org.sifang.worklist.WorkFilter;
import org.sifang.worklist.WorkItem;
import org.sifang.worklist.WorkItems;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks for other systems: find, open with its form, claim, complete. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "tasks")
class TasksApi {

    private final WorkItems items;
    private final Tasks tasks;
    private final Claims claims;
    private final Clock clock;

    TasksApi(WorkItems items, Tasks tasks, Claims claims, Clock clock) {
        this.items = items;
        this.tasks = tasks;
        this.claims = claims;
        this.clock = clock;
    }

    /** A task of the list. {@code assignee} is a user name, null while nobody has it. */
    record TaskLine(
            String id,
            String name,
            String process,
            UUID subject,
            String organisation,
            OffsetDateTime dueAt,
            @Nullable String assignee) {}

    /** A task with its form-js form and the values it opens with; {@code form} is null where there is none. */
    record TaskSheet(@JsonUnwrapped TaskLine task, @Nullable JsonNode form, Map<String, Object> data) {}

    @GetMapping
    @Operation(summary = "Open tasks in the caller's scope, by due time")
    ItemPage<TaskLine> list(
            @RequestParam(required = false) @Nullable UUID notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        WorkFilter filter = new WorkFilter(null, process, notice, organisation, null);
        ItemPage<WorkItem> found = items.visible(actor, filter, subject, page, size);
        return new ItemPage<>(
                found.items().stream().map(this::line).toList(), found.total(), found.page(), found.size());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One task with its form and the values it opens with")
    TaskSheet open(@PathVariable String id, Actor actor) {
        OpenTask open = tasks.open(id, actor);
        return new TaskSheet(line(open.item()), open.schema(), open.data());
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Take a task of one's group")
    TaskLine claim(@PathVariable String id, Actor actor) {
        claims.claim(id, actor);
        return line(items.require(id, actor));
    }

    @PostMapping("/{id}/complete")
    @Operation(summary = "Complete a task with the values of its form; 422 with every fault of the form")
    TaskLine complete(
            @PathVariable String id, @RequestBody(required = false) @Nullable Map<String, Object> values, Actor actor) {
        WorkItem item = items.require(id, actor);
        tasks.complete(id, values == null ? Map.of() : values, actor);
        return line(item);
    }

    private TaskLine line(WorkItem item) {
        return new TaskLine(
                item.id(),
                item.name(),
                item.process(),
                item.subject(),
                item.organization(),
                item.dueAt().atZone(clock.getZone()).toOffsetDateTime(),
                item.assignee());
    }
}
