package org.sifang.screening;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register's side of a case, for those who carry it to its end: they decide, and the register keeps where it stands.
 * Everything here is for many at once and costs one statement; no personal data passes.
 */
@Service
public class FoundCases {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    FoundCases(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    public Optional<PersonCase> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** In no order; those that do not exist are left out. */
    public List<PersonCase> find(Collection<UUID> ids) {
        return jdbc.sql("select " + CaseRows.COLUMNS + " from person_case c where c.id = any(:ids::uuid[])")
                .param("ids", array(ids))
                .query(CaseRows::read)
                .list();
    }

    /** @throws NotFoundException when there is none in his scope */
    public PersonCase require(UUID id, Actor actor) {
        return find(id).filter(found -> inScope(found, actor)).orElseThrow(() -> new NotFoundException("case"));
    }

    /** Whether he may see the case: those who registered her, those above them in place or line, and her carer. */
    public static boolean inScope(PersonCase found, Actor actor) {
        return actor.scope().covers(found.organization(), found.division(), found.sector())
                || (found.carer() != null && found.carer().equals(actor.organization()));
    }

    /** How many of the notice wait to be taken up. */
    public int unopened(UUID notice) {
        return jdbc.sql("select count(*) from case_waiting where notice = :notice")
                .param("notice", notice)
                .query(Integer.class)
                .single();
    }

    /**
     * Takes the next cases of a notice up, in the caller's transaction; what another transaction is taking is passed over,
     * so that several may work side by side, and what was rolled back waits again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PersonCase> takeUnopened(UUID notice, int limit) {
        return jdbc.sql("""
                        with next as (select person_case from case_waiting where notice = :notice
                                       order by person_case limit :limit for update skip locked),
                             taken as (delete from case_waiting w using next
                                        where w.notice = :notice and w.person_case = next.person_case
                                       returning w.person_case)
                        select\s""" + CaseRows.COLUMNS
                        + " from taken join person_case c on c.id = taken.person_case order by c.id")
                .param("notice", notice)
                .param("limit", limit)
                .query(CaseRows::read)
                .list();
    }

    /** Keeps where these cases stand now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(Collection<UUID> ids, CaseState to) {
        List<UUID> moved = jdbc.sql("""
                        update person_case set state = :state where id = any(:ids::uuid[]) and state <> :state
                        returning id""")
                .param("state", to.name())
                .param("ids", array(ids))
                .query(UUID.class)
                .list();
        if (!moved.isEmpty()) {
            events.publishEvent(new CasesMoved(Set.copyOf(moved), to));
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void mark(Collection<UUID> ids, CaseMark mark) {
        jdbc.sql("""
                        update person_case set marks = array_append(marks, :mark)
                         where id = any(:ids::uuid[]) and not :mark = any(marks)""").param("mark", mark.name()).param("ids", array(ids)).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void unmark(Collection<UUID> ids, CaseMark mark) {
        jdbc.sql("""
                        update person_case set marks = array_remove(marks, :mark)
                         where id = any(:ids::uuid[]) and :mark = any(marks)""").param("mark", mark.name()).param("ids", array(ids)).update();
    }

    /** Names who looks after these people. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void assign(Collection<UUID> ids, String carer) {
        jdbc.sql("update person_case set carer = :carer where id = any(:ids::uuid[])")
                .param("carer", carer)
                .param("ids", array(ids))
                .update();
        events.publishEvent(new CasesHandedOver(Set.copyOf(ids)));
    }

    /** Gives a case to another division; its carer has to be named anew there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void transfer(UUID id, Organization to) {
        jdbc.sql("""
                        update person_case set organization = :organization, division = :division, sector = :sector,
                               carer = null
                         where id = :id""")
                .param("organization", to.code())
                .param("division", to.division().value())
                .param("sector", to.sector())
                .param("id", id)
                .update();
        events.publishEvent(new CasesHandedOver(Set.of(id)));
    }

    private static String[] array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
