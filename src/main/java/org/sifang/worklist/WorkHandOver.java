package org.sifang.worklist;

import java.util.Collection;
import java.util.UUID;
import org.sifang.kernel.Columns;
import org.sifang.organization.Role;
import org.sifang.worklist.WorkSubject.Party;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Open tasks that change hands because what they are about did. */
@Service
public class WorkHandOver {

    private final JdbcTemplate jdbc;

    WorkHandOver(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Puts the open tasks of these subjects that wait for a role into the list of another organisation; one statement for
     * all. Drafts stay with their tasks.
     *
     * @return how many tasks
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int to(Party party, Role role, Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return 0;
        }
        return Columns.of(subjects)
                .uuid(subject -> subject)
                .text(subject -> party.organization())
                .text(subject -> party.name())
                .text(subject -> party.division().value())
                .text(subject -> party.sector())
                .text(subject -> party.organization() + "/" + role)
                .text(subject -> party.responsible())
                .text(subject -> role.name())
                .execute(jdbc, """
                        update work_item w
                           set organization = n.organization, organization_name = n.name, division = n.division,
                               sector = n.sector, scope_key = n.scope_key, assignee = n.assignee
                          from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                               as n (subject, organization, name, division, sector, scope_key, assignee, role)
                         where w.subject = n.subject and w.completed_at is null
                           and split_part(w.scope_key, '/', 2) = n.role
                        """);
    }
}
