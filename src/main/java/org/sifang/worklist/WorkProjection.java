package org.sifang.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.engine.UserTask;
import org.sifang.engine.UserTaskObserver;
import org.sifang.kernel.Columns;
import org.sifang.organization.Actor;
import org.sifang.worklist.WorkSubject.Party;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes {@code work_item} in the engine's transaction. What a transaction does to tasks is gathered and written before
 * its commit in one statement a process: two hundred instances started in one command ask once what they are about.
 */
@Component
class WorkProjection implements UserTaskObserver {

    private final List<WorkSubjects> subjects;
    private final JdbcTemplate jdbc;

    WorkProjection(List<WorkSubjects> subjects, JdbcTemplate jdbc) {
        this.subjects = List.copyOf(subjects);
        this.jdbc = jdbc;
    }

    @Override
    public void created(UserTask task) {
        gathered().created.add(task);
    }

    @Override
    public void completed(String taskId, Instant at) {
        gathered().ended.add(new Ended(taskId, at, who(), false));
    }

    @Override
    public void removed(String taskId, Instant at) {
        gathered().ended.add(new Ended(taskId, at, null, true));
    }

    private static String who() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null ? Actor.SYSTEM : signedIn.getName();
    }

    private Gathered gathered() {
        Gathered present = (Gathered) TransactionSynchronizationManager.getResource(this);
        if (present == null) {
            present = new Gathered();
            TransactionSynchronizationManager.bindResource(this, present);
            TransactionSynchronizationManager.registerSynchronization(present);
        }
        return present;
    }

    private record Ended(String task, Instant at, @Nullable String by, boolean removed) {}

    private final class Gathered implements TransactionSynchronization {

        private final List<UserTask> created = new ArrayList<>();
        private final List<Ended> ended = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            created.stream()
                    .collect(Collectors.groupingBy(UserTask::process))
                    .forEach((process, tasks) -> insert(process, tasks));
            end();
            created.clear();
            ended.clear();
        }

        private void end() {
            if (ended.isEmpty()) {
                return;
            }
            Columns.of(ended)
                    .text(Ended::task)
                    .instant(Ended::at)
                    .text(Ended::by)
                    .flag(Ended::removed)
                    .execute(jdbc, """
                            update work_item w set completed_at = n.at, completed_by = n.by, removed = n.removed
                              from unnest(?, ?, ?, ?) as n (id, at, by, removed)
                             where w.id = n.id and w.completed_at is null""");
            Columns.of(ended)
                    .text(Ended::task)
                    .execute(jdbc, "delete from task_draft where task in (select * from unnest(?))");
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(WorkProjection.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(WorkProjection.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(WorkProjection.this);
        }
    }

    private void insert(String process, List<UserTask> tasks) {
        Set<UUID> keys = tasks.stream().map(UserTask::subject).collect(Collectors.toSet());
        Map<UUID, WorkSubject> described = source(process).describe(process, keys);
        List<Row> rows = tasks.stream()
                .map(task -> Row.of(task, described.get(task.subject())))
                .toList();
        Columns.of(rows)
                .text(row -> row.task().id())
                .text(row -> row.task().process())
                .text(row -> row.task().instance())
                .uuid(row -> row.subject().id())
                .text(row -> row.task().key())
                .text(row -> row.task().form())
                .text(row -> row.task().name())
                .text(row -> row.subject().title())
                .text(row -> row.subject().detail())
                .uuid(row -> row.subject().notice())
                .text(row -> row.subject().clause())
                .text(row -> row.party().organization())
                .text(row -> row.party().name())
                .text(row -> row.party().division().value())
                .text(row -> row.party().sector())
                .text(row -> row.party().organization() + "/" + row.role())
                .text(Row::assignee)
                .instant(row -> row.subject().dueAt(row.task().key()))
                .instant(row -> row.task().createdAt())
                .execute(jdbc, """
                        insert into work_item (id, process, instance, subject, task_key, form, name, title, detail,
                            notice, clause, organization, organization_name, division, sector, scope_key, assignee,
                            due_at, created_at)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
    }

    /** A task, what it is about, and whose it is. */
    private record Row(UserTask task, WorkSubject subject, Party party, String role) {

        static Row of(UserTask task, @Nullable WorkSubject subject) {
            if (subject == null) {
                throw new IllegalStateException("Nothing is known of a subject of " + task.process());
            }
            int slash = task.group().indexOf('/');
            return new Row(
                    task,
                    subject,
                    subject.party(task.group().substring(0, slash)),
                    task.group().substring(slash + 1));
        }

        @Nullable
        String assignee() {
            return role.equals("OFFICER") || role.equals("COMMUNITY") ? party.responsible() : null;
        }
    }

    private WorkSubjects source(String process) {
        return subjects.stream()
                .filter(source -> source.processes().contains(process))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No capability answers for " + process));
    }
}
