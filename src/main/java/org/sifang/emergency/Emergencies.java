package org.sifang.emergency;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sifang.kernel.Ids;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.organization.ScopeFilter;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The emergencies: opened by a positive, seen by place and line, and by the hospital that takes the patient. */
@Service
public class Emergencies {

    private final EmergencyRows rows;
    private final FoundCases cases;
    private final Parties parties;
    private final Organizations organizations;
    private final EmergencyClocks clocks;
    private final Announcer announcer;
    private final JdbcClient jdbc;

    Emergencies(
            EmergencyRows rows,
            FoundCases cases,
            Parties parties,
            Organizations organizations,
            EmergencyClocks clocks,
            Announcer announcer,
            JdbcClient jdbc) {
        this.rows = rows;
        this.cases = cases;
        this.parties = parties;
        this.organizations = organizations;
        this.clocks = clocks;
        this.announcer = announcer;
        this.jdbc = jdbc;
    }

    /**
     * Opens the emergency of a positive in the transaction that learned of it; one that is open already goes on.
     *
     * @param now when the positive became known: the clocks run from here
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Emergency open(UUID personCase, Instant now) {
        Optional<Emergency> running = rows.of(personCase).stream()
                .filter(one -> one.state() == EmergencyState.OPEN)
                .findFirst();
        if (running.isPresent()) {
            return running.get();
        }
        PersonCase found = cases.find(personCase).orElseThrow(() -> new NotFoundException("case"));
        Emergency opened = new Emergency(
                Ids.next(),
                personCase,
                found.notice(),
                parties.command(found.division()).code(),
                found.division(),
                Parties.HEALTH,
                EmergencyState.OPEN,
                now,
                null,
                null,
                Arrays.stream(Branch.values())
                        .filter(branch -> branch != Branch.REOPENING)
                        .map(branch ->
                                new BranchView(branch, now.plus(clocks.of(branch)), null, null, null, null, Map.of()))
                        .toList());
        rows.insert(opened);
        announcer.opened(opened, now);
        return opened;
    }

    public Optional<Emergency> find(UUID id) {
        return rows.find(id);
    }

    public List<Emergency> find(Collection<UUID> ids) {
        return rows.find(ids);
    }

    /** The health department that reports and arranges the transfer; the command where the county has none. */
    public Organization health(Emergency emergency) {
        return parties.health(emergency.division());
    }

    /** The hospital when it is chosen; until then the health department. */
    public Organization hospital(Emergency emergency) {
        return parties.hospital(emergency);
    }

    /** Those of a case, the latest first. */
    public List<Emergency> of(UUID personCase) {
        return rows.of(personCase);
    }

    /** @throws NotFoundException when there is none he may see */
    public Emergency require(UUID id, Actor reader) {
        return rows.find(id).filter(one -> mayRead(one, reader)).orElseThrow(() -> new NotFoundException("emergency"));
    }

    public static boolean mayRead(Emergency emergency, Actor reader) {
        return reader.scope().covers(emergency.organization(), emergency.division(), emergency.sector())
                || reader.organization().equals(emergency.hospital());
    }

    /** Those he may see, the latest first. */
    public ItemPage<Emergency> list(EmergencyFilter filter, Actor reader, int page, int size) {
        Where where = where(filter, reader);
        Map<String, Object> parameters = new HashMap<>(where.parameters());
        parameters.put("limit", size);
        parameters.put("offset", (long) page * size);
        List<Emergency> items = rows.list(
                EmergencyRows.SELECT + where.sql() + " order by e.id desc limit :limit offset :offset", parameters);
        return new ItemPage<>(items, count(filter, reader), page, size);
    }

    public long count(EmergencyFilter filter, Actor reader) {
        Where where = where(filter, reader);
        return jdbc.sql("select count(*) from emergency e" + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    private record Where(String sql, Map<String, Object> parameters) {}

    private Where where(EmergencyFilter filter, Actor reader) {
        ScopeFilter reach = ScopeFilter.of(reader.scope(), "e.organization", "e.division", "e.sector");
        Map<String, Object> parameters = new HashMap<>(reach.parameters());
        parameters.put("own", reader.organization());
        StringBuilder sql = new StringBuilder(" where (" + reach.sql() + " or e.hospital = :own)");
        if (filter.notice() != null) {
            sql.append(" and e.notice = :notice");
            parameters.put("notice", filter.notice());
        }
        if (filter.organization() != null) {
            organization(filter.organization(), sql, parameters);
        }
        if (filter.state() != null) {
            sql.append(" and e.state = :state");
            parameters.put("state", filter.state().name());
        }
        if (filter.overdue()) {
            sql.append(" and exists (select 1 from emergency_branch b where b.emergency = e.id and b.done_at is null"
                    + " and b.ended_at is null and b.overdue_at is not null)");
        }
        return new Where(sql.toString(), parameters);
    }

    private void organization(String code, StringBuilder sql, Map<String, Object> parameters) {
        Optional<Organization> command =
                organizations.find(code).filter(known -> known.kind() == OrganizationKind.COMMAND);
        if (command.isPresent()) {
            sql.append(" and e.division like :area");
            parameters.put("area", command.get().division().prefix() + "%");
        } else {
            sql.append(" and (e.organization = :code or e.hospital = :code)");
            parameters.put("code", code);
        }
    }
}
