package org.sifang.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.worklist.OpenTask.Panel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A task on its form: open, keep a draft, complete. */
@Service
public class Tasks {

    private static final int LONGEST_DRAFT = 200_000;

    private final WorkItems items;
    private final Forms forms;
    private final List<TaskForm> handlers;
    private final List<WorkSubjects> subjects;
    private final List<TaskPanel> panels;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Tasks(
            WorkItems items,
            Forms forms,
            List<TaskForm> handlers,
            List<WorkSubjects> subjects,
            List<TaskPanel> panels,
            JdbcClient jdbc,
            ObjectMapper json,
            Clock clock) {
        this.items = items;
        this.forms = forms;
        this.handlers = List.copyOf(handlers);
        this.subjects = List.copyOf(subjects);
        this.panels = List.copyOf(panels);
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @throws org.sifang.kernel.NotFoundException when there is none he may see */
    @Transactional(readOnly = true)
    public OpenTask open(String id, Actor reader) {
        WorkItem item = items.require(id, reader);
        boolean mayDo = item.open() && items.mayDo(item, reader);
        Map<String, Object> data = new LinkedHashMap<>();
        Optional<Draft> draft = Optional.empty();
        if (item.form() != null && item.open()) {
            data.putAll(handler(item.form()).open(item.subject(), reader));
            draft = mayDo ? draft(id) : draft;
            draft.ifPresent(saved -> data.putAll(saved.values()));
        }
        return new OpenTask(
                item,
                item.form() == null
                        ? null
                        : forms.of(handler(item.form()), item.subject()).json(),
                data,
                draft.map(Draft::savedAt).orElse(null),
                mayDo,
                context(item, reader),
                panels.stream()
                        .filter(panel -> panel.serves(item))
                        .map(panel -> new Panel(panel.fragment(), panel.model(item, reader)))
                        .toList());
    }

    /**
     * Keeps what was typed so far, without judging it.
     *
     * @throws FaultsException when it is longer than anything a form takes
     */
    @Transactional
    public Instant saveDraft(String id, Map<String, Object> values, Actor by) {
        doable(id, by);
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into task_draft (task, content, saved_at, saved_by) values (:task, :content::jsonb, :at, :by)
                        on conflict (task) do update set content = excluded.content, saved_at = excluded.saved_at,
                            saved_by = excluded.saved_by""")
                .param("task", id)
                .param("content", write(values))
                .param("at", Timestamp.from(now))
                .param("by", by.username())
                .update();
        return now;
    }

    /**
     * Completes the task with what the form says.
     *
     * @throws org.sifang.kernel.FaultsException with every fault at its field
     * @throws StateConflictException when it is done already
     */
    @Transactional
    public void complete(String id, Map<String, Object> values, Actor by) {
        WorkItem item = doable(id, by);
        if (item.form() == null) {
            throw new StateConflictException("task", "WITHOUT_FORM", "WITH_FORM");
        }
        TaskForm handler = handler(item.form());
        Map<String, Object> taken = forms.of(handler, item.subject()).take(values, handler.open(item.subject(), by));
        handler.submit(item.subject(), taken, by, clock.instant());
    }

    private WorkItem doable(String id, Actor by) {
        WorkItem item = items.require(id, by);
        if (!items.mayDo(item, by)) {
            throw new AccessDeniedException("Not of the task's group");
        }
        if (!item.open()) {
            throw new StateConflictException("task", "DONE", "OPEN");
        }
        return item;
    }

    private TaskForm handler(String form) {
        return handlers.stream()
                .filter(handler -> handler.form().equals(form))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No capability answers for the form " + form));
    }

    private TaskContext context(WorkItem item, Actor reader) {
        return subjects.stream()
                .filter(source -> source.processes().contains(item.process()))
                .findFirst()
                .map(source -> source.context(item.process(), item.subject(), reader))
                .orElseGet(() -> TaskContext.none(item.subject()));
    }

    private record Draft(Map<String, Object> values, Instant savedAt) {}

    private Optional<Draft> draft(String task) {
        return jdbc.sql("select content, saved_at from task_draft where task = :task")
                .param("task", task)
                .query((row, number) -> new Draft(
                        read(row.getString("content")),
                        row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    private String write(Map<String, Object> values) {
        try {
            String text = json.writeValueAsString(values);
            if (text.length() > LONGEST_DRAFT) {
                throw new FaultsException(Fault.at("draft", "fault.worklist.draft", LONGEST_DRAFT));
            }
            return text;
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("A draft is plain values", unwritable);
        }
    }

    private Map<String, Object> read(String content) {
        try {
            return json.readValue(content, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A saved draft cannot be read", damaged);
        }
    }
}
