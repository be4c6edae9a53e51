package org.sifang.screening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sifang.kernel.Columns;
import org.sifang.kernel.DivisionCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table of cases; what is written for many costs one statement. */
@Repository
class CaseRows {

    static final String COLUMNS = "c.id, c.notice, c.person, c.organization, c.division, c.sector, c.category, c.state,"
            + " c.marks, c.found_at, c.import, c.self_declared, c.carer";

    private final JdbcTemplate jdbc;

    CaseRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes writers of the same notice wait for each other until the transaction ends: no person gets two cases. */
    void lock(UUID notice) {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 600))", row -> {}, notice.toString());
    }

    /** The cases of these people for the notice, by person. */
    Map<UUID, PersonCase> of(UUID notice, Collection<UUID> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<UUID, PersonCase> cases = new HashMap<>();
        Columns.of(people)
                .uuid(person -> person)
                .uuid(person -> notice)
                .query(
                        jdbc,
                        "select " + COLUMNS
                                + " from unnest(?, ?) wanted (person, notice) join person_case c using (notice, person)",
                        CaseRows::read)
                .forEach(found -> cases.put(found.person(), found));
        return cases;
    }

    void insert(Collection<PersonCase> cases) {
        if (cases.isEmpty()) {
            return;
        }
        Columns.of(cases)
                .uuid(PersonCase::id)
                .uuid(PersonCase::notice)
                .uuid(PersonCase::person)
                .text(PersonCase::organization)
                .text(found -> found.division().value())
                .text(PersonCase::sector)
                .text(PersonCase::category)
                .text(found -> found.state().name())
                .text(found -> marks(found.marks()))
                .instant(PersonCase::foundAt)
                .uuid(PersonCase::importId)
                .flag(PersonCase::selfDeclared)
                .text(PersonCase::carer)
                .execute(jdbc, """
                        insert into person_case (id, notice, person, organization, division, sector, category, state,
                               marks, found_at, import, self_declared, carer)
                        select id, notice, person, organization, division, sector, category, state,
                               coalesce(string_to_array(nullif(marks, ''), ','), '{}'), found_at, import,
                               self_declared, carer
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as new (id, notice, person, organization,
                             division, sector, category, state, marks, found_at, import, self_declared, carer)
                        """);
        Columns.of(cases)
                .uuid(PersonCase::notice)
                .uuid(PersonCase::id)
                .execute(jdbc, "insert into case_waiting (notice, person_case) select * from unnest(?, ?)");
    }

    /** Writes category and marks anew. */
    void update(Collection<PersonCase> cases) {
        if (cases.isEmpty()) {
            return;
        }
        Columns.of(cases)
                .uuid(PersonCase::id)
                .text(PersonCase::category)
                .text(changed -> marks(changed.marks()))
                .execute(jdbc, """
                        update person_case c set category = new.category,
                               marks = coalesce(string_to_array(nullif(new.marks, ''), ','), '{}')
                        from unnest(?, ?, ?) as new (id, category, marks) where c.id = new.id
                        """);
    }

    /** Keeps that another organisation found them, too. */
    void sight(Collection<UUID> cases, String organization, Instant at) {
        if (cases.isEmpty()) {
            return;
        }
        Columns.of(cases)
                .uuid(seen -> seen)
                .text(seen -> organization)
                .instant(seen -> at)
                .execute(jdbc, "insert into case_sighting select * from unnest(?, ?, ?) on conflict do nothing");
        Columns.of(cases).uuid(seen -> seen).execute(jdbc, """
                        update person_case c set marks = array_append(marks, 'ALSO_ELSEWHERE')
                        from unnest(?) as seen (id) where c.id = seen.id and not 'ALSO_ELSEWHERE' = any(marks)
                        """);
    }

    /** Other organisations that found this person, too. */
    List<String> sightings(UUID id) {
        return jdbc.queryForList(
                "select organization from case_sighting where person_case = ? order by seen_at", String.class, id);
    }

    static PersonCase read(ResultSet row, int number) throws SQLException {
        return new PersonCase(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("organization"),
                new DivisionCode(row.getString("division")),
                row.getString("sector"),
                row.getString("category"),
                CaseState.valueOf(row.getString("state")),
                marks((String[]) row.getArray("marks").getArray()),
                row.getTimestamp("found_at").toInstant(),
                row.getObject("import", UUID.class),
                row.getBoolean("self_declared"),
                row.getString("carer"));
    }

    private static Set<CaseMark> marks(String[] names) {
        Set<CaseMark> marks = EnumSet.noneOf(CaseMark.class);
        Arrays.stream(names).map(CaseMark::valueOf).forEach(marks::add);
        return marks;
    }

    private static String marks(Set<CaseMark> marks) {
        return marks.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }
}
