package org.sifang.worklist;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.engine.UserTask;
import org.sifang.engine.UserTaskObserver;
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
 * its commit in a few batches: two hundred instances started in one command ask once what they are about.
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
            jdbc.batchUpdate(
                    """
                    update work_item set completed_at = ?, completed_by = ?, removed = ?
                     where id = ? and completed_at is null""",
                    ended.stream()
                            .map(end -> new Object[] {Timestamp.from(end.at), end.by, end.removed, end.task})
                            .toList());
            jdbc.batchUpdate(
                    "delete from task_draft where task = ?",
                    ended.stream().map(end -> new Object[] {end.task}).toList());
            created.clear();
            ended.clear();
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
        Map<UUID, WorkSubject> described = new HashMap<>(source(process).describe(process, keys));
        jdbc.batchUpdate(
                """
                insert into work_item (id, process, instance, subject, task_key, form, name, title, detail, notice,
                    clause, organization, organization_name, division, sector, scope_key, assignee, due_at, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                tasks.stream()
                        .map(task -> row(task, described.get(task.subject())))
                        .toList());
    }

    private static Object[] row(UserTask task, @Nullable WorkSubject subject) {
        if (subject == null) {
            throw new IllegalStateException("Nothing is known of a subject of " + task.process());
        }
        int slash = task.group().indexOf('/');
        Party party = subject.party(task.group().substring(0, slash));
        String role = task.group().substring(slash + 1);
        boolean forResponsible = role.equals("OFFICER") || role.equals("COMMUNITY");
        return new Object[] {
            task.id(),
            task.process(),
            task.instance(),
            subject.id(),
            task.key(),
            task.form(),
            task.name(),
            subject.title(),
            subject.detail(),
            subject.notice(),
            subject.clause(),
            party.organization(),
            party.name(),
            party.division().value(),
            party.sector(),
            party.organization() + "/" + role,
            forResponsible ? party.responsible() : null,
            Timestamp.from(subject.dueAt(task.key())),
            Timestamp.from(task.createdAt())
        };
    }

    private WorkSubjects source(String process) {
        return subjects.stream()
                .filter(source -> source.processes().contains(process))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No capability answers for " + process));
    }
}
