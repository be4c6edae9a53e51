package org.sifang.screening;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.person.People;
import org.sifang.person.PersonClear;
import org.sifang.person.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was found, for those who report it upwards. Counting and choosing touch no personal data; the clear rows of a table
 * are given out with a purpose, which goes into the journal.
 */
@Service
public class FoundPeople {

    private static final int CHUNK = 1_000;

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final People people;

    FoundPeople(JdbcClient jdbc, Organizations organizations, People people) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.people = people;
    }

    /** Their cases, in the order of being found. */
    public List<PersonCase> cases(FoundSelection selection) {
        Query query = query(selection);
        return jdbc.sql("select " + CaseRows.COLUMNS + query.sql() + " order by c.found_at, c.id")
                .params(query.parameters())
                .query(CaseRows::read)
                .list();
    }

    public int count(FoundSelection selection) {
        Query query = query(selection);
        return jdbc.sql("select count(*)" + query.sql())
                .params(query.parameters())
                .query(Integer.class)
                .single();
    }

    /** How many of each category, by its code; categories without anybody are left out. */
    public Map<String, Integer> byCategory(FoundSelection selection) {
        Query query = query(selection);
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select c.category, count(*)" + query.sql() + " group by c.category order by c.category")
                .params(query.parameters())
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    /**
     * Their clear rows, in the order of being found; some thousand at a time are in memory.
     *
     * @param actor user name of whoever caused it
     */
    @Transactional
    public void disclose(
            FoundSelection selection, String actor, Purpose purpose, Instant now, Consumer<FoundRow> each) {
        List<PersonCase> cases = cases(selection);
        for (int from = 0; from < cases.size(); from += CHUNK) {
            List<PersonCase> chunk = cases.subList(from, Math.min(cases.size(), from + CHUNK));
            Map<UUID, PersonClear> clear =
                    people.disclose(chunk.stream().map(PersonCase::person).toList(), actor, purpose, now).stream()
                            .collect(Collectors.toMap(PersonClear::id, Function.identity()));
            for (PersonCase found : chunk) {
                PersonClear person = clear.get(found.person());
                if (person != null) {
                    each.accept(new FoundRow(found.id(), person, found.category()));
                }
            }
        }
    }

    private record Query(String sql, Map<String, Object> parameters) {}

    private Query query(FoundSelection selection) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder sql = new StringBuilder(" from person_case c where c.notice = :notice");
        parameters.put("notice", selection.notice());
        Organization organization = organizations.require(selection.organization());
        if (organization.kind() == OrganizationKind.COMMAND) {
            sql.append(" and c.division like :area");
            parameters.put("area", organization.division().prefix() + "%");
        } else {
            sql.append(" and c.organization = :organization");
            parameters.put("organization", organization.code());
        }
        if (selection.after() != null) {
            sql.append(" and c.found_at > :after");
            parameters.put("after", OffsetDateTime.ofInstant(selection.after(), ZoneOffset.UTC));
        }
        if (selection.upTo() != null) {
            sql.append(" and c.found_at <= :upTo");
            parameters.put("upTo", OffsetDateTime.ofInstant(selection.upTo(), ZoneOffset.UTC));
        }
        if (!selection.except().isEmpty()) {
            sql.append(
                    " and not exists (select 1 from unnest(:except::text[]::uuid[]) told (id) where told.id = c.id)");
            parameters.put(
                    "except", selection.except().stream().map(UUID::toString).toArray(String[]::new));
        }
        return new Query(sql.toString(), parameters);
    }
}
