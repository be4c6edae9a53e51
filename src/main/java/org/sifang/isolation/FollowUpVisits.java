package org.sifang.isolation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sifang.kernel.Columns;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.Ids;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The visits of the follow-up, as stored. */
@Repository
class FollowUpVisits {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Isolations isolations;
    private final FoundCases cases;
    private final CheckSettings settings;
    private final Clock clock;

    FollowUpVisits(
            JdbcClient jdbc,
            JdbcTemplate template,
            Isolations isolations,
            FoundCases cases,
            CheckSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.isolations = isolations;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    private record Planned(PersonCase found, int number, LocalDate dueOn, boolean last) {}

    /** Plans the visits of those who were just released into their follow-up. */
    void plan(Collection<UUID> ids, Instant now) {
        Map<UUID, Isolation> known = isolations.find(ids);
        LocalDate released = LocalDate.ofInstant(now, clock.getZone());
        List<Planned> planned = new ArrayList<>();
        for (PersonCase found : cases.find(ids)) {
            Isolation isolation = known.get(found.id());
            int days = isolation == null ? 0 : isolation.measure().followUpDays();
            if (days > 0) {
                Set<Integer> numbers = settings.visits(days);
                numbers.forEach(
                        number -> planned.add(new Planned(found, number, released.plusDays(number), number == days)));
            }
        }
        Columns.of(planned)
                .uuid(one -> Ids.next())
                .uuid(one -> one.found().notice())
                .uuid(one -> one.found().id())
                .uuid(one -> one.found().person())
                .text(one -> one.found().organization())
                .text(one -> one.found().division().value())
                .text(one -> one.found().sector())
                .text(one -> DailyCheckRows.carer(one.found()))
                .number(one -> (long) one.number())
                .text(one -> one.dueOn().toString())
                .flag(Planned::last)
                .execute(template, """
                        insert into follow_up_visit (id, notice, person_case, person, organization, division, sector,
                               carer, number, due_on, last)
                        select id, notice, person_case, person, organization, division, sector, carer, number,
                               due_on::date, last
                          from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as new (id, notice, person_case, person,
                               organization, division, sector, carer, number, due_on, last)
                        on conflict (person_case, due_on) do update
                           set state = 'DUE', over = false, last = excluded.last, number = excluded.number
                         where follow_up_visit.state <> 'DONE'
                        """);
    }

    /** Their follow-up has ended, or was broken off. */
    void drop(Collection<UUID> ids) {
        jdbc.sql("""
                        update follow_up_visit set over = true, state = case when state = 'DUE' then 'VOID' else state end
                         where person_case = any(:cases::uuid[]) and not over""").param("cases", DailyCheckRows.array(ids)).update();
    }

    Optional<FollowUpVisit> find(UUID id) {
        return jdbc.sql("select v.* from follow_up_visit v where v.id = :id")
                .param("id", id)
                .query(FollowUpVisits::read)
                .optional();
    }

    Optional<FollowUpVisit> lock(UUID id) {
        return jdbc.sql("select v.* from follow_up_visit v where v.id = :id for update")
                .param("id", id)
                .query(FollowUpVisits::read)
                .optional();
    }

    void done(UUID id, Set<Symptom> symptoms, String by, boolean late, Instant now) {
        jdbc.sql("""
                        update follow_up_visit set state = 'DONE', symptoms = :symptoms, answered_at = :now,
                               answered_by = :by, late = :late where id = :id""")
                .param("symptoms", symptoms.stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("late", late)
                .param("id", id)
                .update();
    }

    void notMet(UUID id, String by, boolean late) {
        jdbc.sql("""
                        update follow_up_visit set attempts = attempts + 1, answered_by = :by,
                               state = case when :late then 'NOT_REACHED' else state end where id = :id""").param("by", by).param("late", late).param("id", id).update();
    }

    /** Marks what nobody visited by that day's end. */
    List<FollowUpVisit> miss(UUID notice, LocalDate day) {
        return jdbc.sql("""
                        update follow_up_visit v
                           set state = case when attempts > 0 then 'NOT_REACHED' else 'MISSED' end
                         where notice = :notice and due_on <= :day and state = 'DUE' returning v.*""")
                .param("notice", notice)
                .param("day", day)
                .query(FollowUpVisits::read)
                .list();
    }

    /** Every visit of these cases, the first first. */
    List<FollowUpVisit> of(Collection<UUID> ids) {
        return jdbc.sql("""
                        select v.* from follow_up_visit v where v.person_case = any(:cases::uuid[])
                         order by v.person_case, v.due_on""")
                .param("cases", DailyCheckRows.array(ids))
                .query(FollowUpVisits::read)
                .list();
    }

    static FollowUpVisit read(ResultSet row, int number) throws SQLException {
        return new FollowUpVisit(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                row.getObject("person_case", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("organization"),
                new DivisionCode(row.getString("division")),
                row.getString("sector"),
                row.getString("carer"),
                row.getInt("number"),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("last"),
                DailyCheckState.valueOf(row.getString("state")),
                DailyCheckRows.symptoms(row.getArray("symptoms")),
                row.getInt("attempts"),
                DailyCheckRows.instant(row, "answered_at"),
                row.getString("answered_by"),
                row.getBoolean("late"),
                row.getBoolean("over"));
    }
}
