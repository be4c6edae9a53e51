package org.sifang.isolation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sifang.isolation.CheckMessages.Word;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.Columns;
import org.sifang.kernel.DivisionCode;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Orders not served, isolation not settled, releases not served in time: each is marked and told once. */
@Service
public class OverdueSteps {

    /** Steps marked in one transaction. */
    static final int CHUNK = 1_000;

    private final CheckRounds rounds;
    private final FoundCases cases;
    private final CheckMessages messages;
    private final Notices notices;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    OverdueSteps(
            CheckRounds rounds,
            FoundCases cases,
            CheckMessages messages,
            Notices notices,
            Journal journal,
            JdbcClient jdbc,
            JdbcTemplate template,
            Clock clock) {
        this.rounds = rounds;
        this.cases = cases;
        this.messages = messages;
        this.notices = notices;
        this.journal = journal;
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    private record Late(UUID caseId, String step, Instant dueAt) {}

    /**
     * Marks the next steps that are overdue; who has to do them is told once for all of them, with the last.
     *
     * @return whether all are marked
     */
    public boolean markChunk(UUID roundId) {
        CheckRound round = rounds.lock(roundId);
        Instant now = clock.instant();
        List<Late> late = late(round.notice(), now);
        Map<UUID, PersonCase> found = cases.find(late.stream().map(Late::caseId).toList()).stream()
                .collect(Collectors.toMap(PersonCase::id, Function.identity()));
        late = late.stream().filter(one -> found.containsKey(one.caseId())).toList();
        if (!late.isEmpty()) {
            mark(round, late, found, now);
        }
        boolean all = late.size() < CHUNK;
        if (all) {
            tell(round);
        }
        return all;
    }

    private List<Late> late(UUID notice, Instant now) {
        return jdbc.sql("""
                        select id, step, step_due_at from (
                               select i.id, i.step_due_at,
                                      case when i.order_at is null then 'ORDER'
                                           when i.began_at is null then 'SETTLE'
                                           when i.decision is not null and i.release_at is null then 'RELEASE' end as step
                                 from isolation_case i
                                where i.notice = :notice and i.closed_at is null and i.step_due_at <= :now) late
                         where step is not null and not exists (select 1 from overdue_step o
                               where o.person_case = late.id and o.step = late.step and o.due_at = late.step_due_at)
                         order by id limit :limit""")
                .param("notice", notice)
                .param("now", Timestamp.from(now))
                .param("limit", CHUNK)
                .query((row, number) -> new Late(
                        row.getObject("id", UUID.class),
                        row.getString("step"),
                        row.getTimestamp("step_due_at").toInstant()))
                .list();
    }

    private void mark(CheckRound round, List<Late> late, Map<UUID, PersonCase> found, Instant now) {
        Function<Late, Optional<PersonCase>> of = one -> Optional.ofNullable(found.get(one.caseId()));
        Columns.of(late)
                .uuid(Late::caseId)
                .text(Late::step)
                .instant(Late::dueAt)
                .uuid(one -> round.id())
                .text(one -> of.apply(one).map(PersonCase::organization).orElse(null))
                .text(one ->
                        of.apply(one).map(known -> known.division().value()).orElse(null))
                .text(one -> of.apply(one).map(DailyCheckRows::carer).orElse(null))
                .instant(one -> now)
                .execute(
                        template,
                        "insert into overdue_step select * from unnest(?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing");
        journal.recordAll(late.stream()
                .map(one -> new Entry(
                        now,
                        Actor.SYSTEM,
                        "case.overdue." + one.step(),
                        "case",
                        one.caseId().toString(),
                        round.notice(),
                        of.apply(one).map(PersonCase::organization).orElse(null),
                        Map.of("dueAt", one.dueAt().toString())))
                .toList());
    }

    /** So many of one step wait with one organisation. */
    private record Waiting(String carer, String county, String step, long count) {}

    private void tell(CheckRound round) {
        List<Waiting> waiting = jdbc.sql("""
                        select carer, min(division) as division, step, count(*) as count from overdue_step
                         where round = :round group by carer, step order by carer, step""")
                .param("round", round.id())
                .query((row, number) -> new Waiting(
                        row.getString("carer"),
                        new DivisionCode(row.getString("division")).county().value(),
                        row.getString("step"),
                        row.getLong("count")))
                .list();
        if (waiting.isEmpty()) {
            return;
        }
        String caption = notices.require(round.notice()).caption();
        messages.tellCarers(waiting.stream()
                .map(one -> new Word(
                        one.carer(),
                        "overdue." + one.step(),
                        List.of(caption, String.valueOf(one.count())),
                        "/",
                        round.id()))
                .toList());
        List<Word> counties = new ArrayList<>();
        waiting.stream()
                .filter(one -> !one.carer().equals(one.county()))
                .collect(Collectors.groupingBy(Waiting::county, Collectors.summingLong(Waiting::count)))
                .forEach((county, count) -> counties.add(new Word(
                        county,
                        "overdue.county",
                        List.of(caption, String.valueOf(count)),
                        "/cases?notice=" + round.notice(),
                        round.id())));
        messages.tellOfficers(counties);
    }
}
