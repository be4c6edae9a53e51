package org.sifang.isolation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Columns;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.Ids;
import org.sifang.screening.PersonCase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of daily checks; what is written for many costs one statement. */
@Repository
class DailyCheckRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    DailyCheckRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Opens the day's check of these people; one that fell away in the meantime is due again. */
    int insert(CheckRound round, Collection<PersonCase> people, Map<UUID, String> phones) {
        return Columns.of(people)
                .uuid(one -> Ids.next())
                .uuid(PersonCase::id)
                .uuid(PersonCase::person)
                .text(PersonCase::organization)
                .text(one -> one.division().value())
                .text(PersonCase::sector)
                .text(DailyCheckRows::carer)
                .text(one -> phones.getOrDefault(one.person(), one.person().toString()))
                .uuid(one -> round.id())
                .uuid(one -> round.notice())
                .text(one -> round.day().toString())
                .execute(template, """
                        insert into daily_check as d (id, person_case, person, organization, division, sector, carer,
                               household, round, notice, day)
                        select id, person_case, person, organization, division, sector, carer, household, round,
                               notice, day::date
                          from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as new (id, person_case, person, organization,
                               division, sector, carer, household, round, notice, day)
                        on conflict (person_case, day) do update set state = 'DUE' where d.state = 'VOID'
                        """);
    }

    static String carer(PersonCase found) {
        String carer = found.carer();
        return carer == null ? found.organization() : carer;
    }

    /** What is still open goes along with the case to who answers for it now. */
    void handOver(Collection<PersonCase> people) {
        for (String table : List.of("daily_check", "follow_up_visit")) {
            Columns.of(people)
                    .uuid(PersonCase::id)
                    .text(PersonCase::organization)
                    .text(one -> one.division().value())
                    .text(PersonCase::sector)
                    .text(DailyCheckRows::carer)
                    .execute(template, "update " + table + " d " + """
                             set organization = new.organization, division = new.division, sector = new.sector,
                                   carer = new.carer
                              from unnest(?, ?, ?, ?, ?) as new (id, organization, division, sector, carer)
                             where d.person_case = new.id and d.state = 'DUE'""");
        }
    }

    /** Nobody asks after those any more who left isolation. */
    void drop(Collection<UUID> cases) {
        jdbc.sql("update daily_check set state = 'VOID' where person_case = any(:cases::uuid[]) and state = 'DUE'")
                .param("cases", array(cases))
                .update();
    }

    Optional<DailyCheck> find(UUID id) {
        return jdbc.sql("select d.* from daily_check d where d.id = :id")
                .param("id", id)
                .query(DailyCheckRows::read)
                .optional();
    }

    Optional<DailyCheck> lock(UUID id) {
        return jdbc.sql("select d.* from daily_check d where d.id = :id for update")
                .param("id", id)
                .query(DailyCheckRows::read)
                .optional();
    }

    /** Those of the household whom nobody has asked after yet that day, held until the transaction's end. */
    List<DailyCheck> lockHousehold(DailyCheck one) {
        return jdbc.sql("""
                        select d.* from daily_check d
                         where d.carer = :carer and d.day = :day and d.household = :household
                           and d.state in ('DUE', 'MISSED', 'NOT_REACHED')
                         order by d.id for update""")
                .param("carer", one.carer())
                .param("day", one.day())
                .param("household", one.household())
                .query(DailyCheckRows::read)
                .list();
    }

    void answer(Collection<UUID> ids, CheckAnswer answer, String by, boolean forAll, boolean late, Instant now) {
        Presence presence = answer.presence();
        Leave leave = answer.leave();
        if (presence == null) {
            jdbc.sql("""
                            update daily_check set attempts = attempts + 1, attempted_at = :now, answered_by = :by,
                                   state = case when :late then 'NOT_REACHED' else state end
                             where id = any(:ids::uuid[])""")
                    .param("now", Timestamp.from(now))
                    .param("by", by)
                    .param("late", late)
                    .param("ids", array(ids))
                    .update();
            return;
        }
        jdbc.sql("""
                        update daily_check set state = 'DONE', presence = :presence, temperature = :temperature,
                               symptoms = :symptoms, leave = :leave, answered_at = :now, answered_by = :by,
                               for_all = :forAll, late = :late
                         where id = any(:ids::uuid[])""")
                .param("presence", presence.name())
                .param("temperature", answer.temperature())
                .param(
                        "symptoms",
                        answer.symptoms().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("leave", leave == null ? null : leave.name())
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("forAll", forAll)
                .param("late", late)
                .param("ids", array(ids))
                .update();
    }

    /** Marks the next ones that were not done by the cut-off. */
    List<DailyCheck> miss(UUID round, int limit) {
        return jdbc.sql("""
                        with chosen as (select id from daily_check where round = :round and state = 'DUE'
                             order by id limit :limit for update)
                        update daily_check d set state = case when attempts > 0 then 'NOT_REACHED' else 'MISSED' end
                          from chosen where d.id = chosen.id returning d.*""")
                .param("round", round)
                .param("limit", limit)
                .query(DailyCheckRows::read)
                .list();
    }

    /** Of these cases, those whose last so many checks until that day all came to nothing. */
    List<UUID> silentFor(Collection<UUID> cases, int checks, LocalDate until) {
        return jdbc.sql("""
                        select w.id from unnest(:cases::uuid[]) as w (id)
                         cross join lateral (
                               select count(*) as asked, count(*) filter (where s.state in ('MISSED', 'NOT_REACHED')) as vain
                                 from (select d.state from daily_check d where d.person_case = w.id and d.day <= :until
                                          and d.state <> 'VOID' order by d.day desc limit :checks) s) last
                         where last.asked = :checks and last.vain = :checks""")
                .param("cases", array(cases))
                .param("until", until)
                .param("checks", checks)
                .query(UUID.class)
                .list();
    }

    /** Contacts tried in vain since she was last reached. */
    int attemptsSinceReached(UUID caseId) {
        return jdbc.sql("""
                        select coalesce(sum(attempts), 0) from daily_check
                         where person_case = :id and state <> 'DONE' and day > coalesce(
                               (select max(day) from daily_check where person_case = :id and state = 'DONE'), '-infinity')""").param("id", caseId).query(Integer.class).single();
    }

    List<DailyCheck> of(UUID caseId, int limit) {
        return jdbc.sql("select d.* from daily_check d where d.person_case = :id order by d.day desc limit :limit")
                .param("id", caseId)
                .param("limit", limit)
                .query(DailyCheckRows::read)
                .list();
    }

    static String[] array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    static DailyCheck read(ResultSet row, int number) throws SQLException {
        String presence = row.getString("presence");
        String leave = row.getString("leave");
        return new DailyCheck(
                row.getObject("id", UUID.class),
                row.getObject("round", UUID.class),
                row.getObject("notice", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getObject("person_case", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("organization"),
                new DivisionCode(row.getString("division")),
                row.getString("sector"),
                row.getString("carer"),
                row.getString("household"),
                DailyCheckState.valueOf(row.getString("state")),
                presence == null ? null : Presence.valueOf(presence),
                row.getBigDecimal("temperature"),
                symptoms(row.getArray("symptoms")),
                leave == null ? null : Leave.valueOf(leave),
                row.getInt("attempts"),
                instant(row, "answered_at"),
                row.getString("answered_by"),
                row.getBoolean("for_all"),
                row.getBoolean("late"));
    }

    static Set<Symptom> symptoms(Array stored) throws SQLException {
        Set<Symptom> symptoms = EnumSet.noneOf(Symptom.class);
        Arrays.stream((String[]) stored.getArray()).map(Symptom::valueOf).forEach(symptoms::add);
        return symptoms;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
