package org.sifang.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.organization.Addressees;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deadlines planned backwards from the addressee's: the notice says how much earlier each lower level has to be done,
 * instead of every level inventing its own hour. They carry no ladder; the addressee sees who is missing.
 */
@Service
public class InnerDeadlines {

    private static final Set<OrganizationKind> LOWER = EnumSet.of(OrganizationKind.COMMAND, OrganizationKind.COMMUNITY);
    private static final int MOST_PEOPLE = 1_000_000;
    /** Characters of a remark. */
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Organizations organizations;
    private final Duties duties;
    private final Announcements announcements;
    private final Clock clock;

    InnerDeadlines(
            JdbcClient jdbc,
            JdbcTemplate batch,
            Organizations organizations,
            Duties duties,
            Announcements announcements,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.organizations = organizations;
        this.duties = duties;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Plans those of freshly opened duties. */
    void plan(List<Duty> opened, Obligation obligation) {
        List<Object[]> rows = new ArrayList<>();
        for (OrganizationLevel level : OrganizationLevel.values()) {
            for (Duty duty : opened) {
                obligation
                        .innerDue(level, duty.dueAt())
                        .ifPresent(due -> below(duty, level)
                                .forEach(one -> rows.add(new Object[] {
                                    duty.id(), one.code(), one.name(), level.name(), Timestamp.from(due)
                                })));
            }
        }
        batch.batchUpdate("""
                insert into inner_deadline (duty, organization, organization_name, level, due_at) values (?, ?, ?, ?, ?)
                on conflict do nothing""", rows);
    }

    private List<Organization> below(Duty duty, OrganizationLevel level) {
        return organizations.select(
                new Addressees(LOWER, EnumSet.of(level), Set.of(), Set.of(), Set.of(), null, duty.division()));
    }

    /** The duties' deadline moved; those of the lower levels move by as much. */
    void move(Collection<UUID> duties, Duration by) {
        jdbc.sql("""
                        update inner_deadline set due_at = due_at + make_interval(secs => :seconds)
                         where duty = any(:duties::uuid[]) and confirmed_at is null""")
                .param("seconds", by.toSeconds())
                .param("duties", duties.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    /** Those of a duty the reader may see, by time and organisation. */
    public List<InnerDeadline> of(UUID duty, Actor reader) {
        duties.require(duty, reader);
        return jdbc.sql("select * from inner_deadline where duty = :duty order by due_at, organization")
                .param("duty", duty)
                .query(InnerDeadlines::read)
                .list();
    }

    /** Those the reader's own organisation has to keep, of duties still owed: the next first, then those missed, the latest first. */
    public List<InnerDeadline> open(Actor reader) {
        return jdbc.sql("""
                        select i.* from inner_deadline i join duty d on d.id = i.duty
                         where i.organization = :organization and i.confirmed_at is null
                           and d.state in ('SENT', 'RECEIVED', 'IN_PROGRESS', 'RETURNED')
                         order by i.due_at <= :now, case when i.due_at > :now then i.due_at end, i.due_at desc limit 100""")
                .param("now", Timestamp.from(clock.instant()))
                .param("organization", reader.organization())
                .query(InnerDeadlines::read)
                .list();
    }

    /**
     * The lower level says that its part is done.
     *
     * @param people how many people it entered; 0 says that there is nobody
     * @throws NotFoundException when it has no part in the duty, or he may see neither the duty nor the organisation
     * @throws FaultsException with every fault of what was typed
     * @throws StateConflictException when it was said already or the duty is no longer owed
     */
    @Transactional
    public InnerDeadline confirm(
            UUID dutyId, String organization, @Nullable Integer people, @Nullable String remark, Actor by) {
        requireAuthority(dutyId, organization, by);
        if (people == null || people < 0 || people > MOST_PEOPLE || remark != null && remark.length() > LONGEST) {
            throw new FaultsException(faults(people, remark));
        }
        Duty duty = duties.lock(dutyId);
        InnerDeadline inner = find(dutyId, organization).orElseThrow(() -> new NotFoundException("duty"));
        if (!duty.owed()) {
            throw new StateConflictException("duty", duty.state().name(), DutyState.words(DutyState.OWED));
        }
        if (inner.confirmedAt() != null) {
            throw new StateConflictException("inner", "CONFIRMED", "OPEN");
        }
        Instant now = clock.instant();
        jdbc.sql("""
                        update inner_deadline set confirmed_at = :at, confirmed_by = :by, people = :people, remark = :remark
                         where duty = :duty and organization = :organization""")
                .param("at", Timestamp.from(now))
                .param("by", by.username())
                .param("people", people)
                .param("remark", remark)
                .param("duty", dutyId)
                .param("organization", organization)
                .update();
        announcements.duty(
                duty,
                "inner.confirmed",
                by.username(),
                now,
                Map.of("organization", "organization:" + organization, "people", people.toString()));
        return find(dutyId, organization).orElseThrow();
    }

    /** Somebody of the organisation, or the service account of a command above it; whoever only sees it may not. */
    private void requireAuthority(UUID duty, String organization, Actor by) {
        boolean above =
                organizations.find(organization).filter(by.scope()::covers).isPresent();
        boolean belongs = Stream.of(Role.COMMUNITY, Role.OFFICER, Role.LEADER)
                .anyMatch(role -> by.groups().contains(organization + "/" + role));
        boolean seen = above
                || belongs
                || duties.find(duty).filter(one -> duties.sees(by, one)).isPresent();
        if (!seen || find(duty, organization).isEmpty()) {
            throw new NotFoundException("duty");
        }
        if (!belongs && !(above && by.is(Role.SERVICE))) {
            throw new AccessDeniedException("Not of this organisation");
        }
    }

    private static List<Fault> faults(@Nullable Integer people, @Nullable String remark) {
        List<Fault> faults = new ArrayList<>();
        if (people == null || people < 0 || people > MOST_PEOPLE) {
            faults.add(Fault.at("people", "fault.notice.inner.people"));
        }
        if (remark != null && remark.length() > LONGEST) {
            faults.add(Fault.at("remark", "fault.notice.inner.remark", LONGEST));
        }
        return faults;
    }

    private Optional<InnerDeadline> find(UUID duty, String organization) {
        return jdbc.sql("select * from inner_deadline where duty = :duty and organization = :organization")
                .param("duty", duty)
                .param("organization", organization)
                .query(InnerDeadlines::read)
                .optional();
    }

    private static InnerDeadline read(ResultSet row, int number) throws SQLException {
        return new InnerDeadline(
                row.getObject("duty", UUID.class),
                row.getString("organization"),
                row.getString("organization_name"),
                OrganizationLevel.valueOf(row.getString("level")),
                row.getTimestamp("due_at").toInstant(),
                DutyRows.instant(row, "confirmed_at"),
                row.getString("confirmed_by"),
                row.getObject("people", Integer.class),
                row.getString("remark"));
    }
}
