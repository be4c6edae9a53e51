package org.sifang.worklist;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.organization.Officer;
import org.sifang.organization.OfficerDeactivated;
import org.sifang.organization.Officers;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Who has which task. A group's task can be taken over by any of the group; each hand-over is in the journal. */
@Service
public class Claims {

    private final WorkItems items;
    private final Officers officers;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate oneRow;

    Claims(
            WorkItems items,
            Officers officers,
            Journal journal,
            JdbcClient jdbc,
            Clock clock,
            TransactionTemplate oneRow) {
        this.items = items;
        this.officers = officers;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
        this.oneRow = oneRow;
    }

    /**
     * Takes the task.
     *
     * @throws AccessDeniedException when he is not of its group
     * @throws StateConflictException when it is done already
     */
    @Transactional
    public void claim(String id, Actor actor) {
        give(id, actor.username(), actor);
    }

    /** Takes each; one that cannot be taken does not hinder the others. */
    public List<RowResult> bulkClaim(List<String> ids, Actor actor) {
        return ids.stream().map(id -> each(id, actor.username(), actor)).toList();
    }

    /** Gives each to a colleague of the task's organisation. */
    public List<RowResult> assign(List<String> ids, String username, Actor by) {
        return ids.stream().map(id -> each(id, username, by)).toList();
    }

    private RowResult each(String id, String username, Actor by) {
        try {
            oneRow.executeWithoutResult(transaction -> give(id, username, by));
            return new RowResult(id, null);
        } catch (FaultsException refused) {
            return new RowResult(id, refused.faults().get(0));
        } catch (NotFoundException gone) {
            return new RowResult(id, Fault.at(id, "fault.worklist.gone"));
        } catch (StateConflictException done) {
            return new RowResult(id, Fault.at(id, "fault.worklist.done"));
        } catch (AccessDeniedException denied) {
            return new RowResult(id, Fault.at(id, "fault.worklist.denied"));
        }
    }

    private void give(String id, String username, Actor by) {
        WorkItem item = items.require(id, by);
        if (!items.mayDo(item, by)) {
            throw new AccessDeniedException("Not of the task's group");
        }
        if (!item.open()) {
            throw new StateConflictException("task", "DONE", "OPEN");
        }
        if (!username.equals(by.username())) {
            Officer receiver = officers.find(username)
                    .filter(Officer::active)
                    .orElseThrow(() -> new FaultsException(Fault.at("username", "fault.worklist.nobody")));
            if (!officers.inGroup(item.scopeKey()).contains(receiver)) {
                throw new FaultsException(Fault.at("username", "fault.worklist.otherGroup", receiver.name()));
            }
        }
        if (username.equals(item.assignee())) {
            return;
        }
        move(id, username);
        journal.record(new Entry(
                clock.instant(),
                by.username(),
                username.equals(by.username()) ? "task.claimed" : "task.assigned",
                "task",
                item.subject().toString(),
                item.notice(),
                item.organization(),
                Map.of("task", item.name(), "to", username, "from", Objects.requireNonNullElse(item.assignee(), ""))));
    }

    /** A deactivated officer's open work goes to the successor named, or back to the group. */
    @EventListener
    void officerDeactivated(OfficerDeactivated event) {
        jdbc.sql("update work_item set assignee = :successor where assignee = :gone and completed_at is null")
                .param("successor", event.successor())
                .param("gone", event.username())
                .update();
    }

    private void move(String id, @Nullable String username) {
        jdbc.sql("update work_item set assignee = :username where id = :id and completed_at is null")
                .param("username", username)
                .param("id", id)
                .update();
    }
}
