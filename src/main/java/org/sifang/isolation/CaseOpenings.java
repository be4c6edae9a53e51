package org.sifang.isolation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.MeasureOf.Ordered;
import org.sifang.kernel.Ids;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.person.People;
import org.sifang.person.PersonMasked;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PeopleFound;
import org.sifang.screening.PersonCase;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Takes found people up, some hundred in a transaction. A chunk is taken, decided, started and journaled together, so
 * that a kill at any moment leaves each case either waiting or on its way.
 */
@Service
public class CaseOpenings {

    /** Cases taken up in one transaction. */
    static final int CHUNK = 250;

    /** Jobs that take the same batch up side by side. */
    private static final int LANES = 2;

    private final FoundCases found;
    private final Notices notices;
    private final People people;
    private final MeasureOf measures;
    private final Isolations isolations;
    private final CasesAtHand atHand;
    private final PersonCaseFlow cases;
    private final OpeningFlow flow;
    private final CaseRecord record;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseOpenings(
            FoundCases found,
            Notices notices,
            People people,
            MeasureOf measures,
            Isolations isolations,
            CasesAtHand atHand,
            PersonCaseFlow cases,
            OpeningFlow flow,
            CaseRecord record,
            JdbcClient jdbc,
            Clock clock) {
        this.found = found;
        this.notices = notices;
        this.people = people;
        this.measures = measures;
        this.isolations = isolations;
        this.atHand = atHand;
        this.cases = cases;
        this.flow = flow;
        this.record = record;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How far the people of an import are taken up.
     *
     * @param found how many have a case through it
     */
    public record Progress(int found, int opened) {

        public boolean over() {
            return opened >= found;
        }

        /** From 0 to 100. */
        public int percent() {
            return found == 0 ? 100 : (int) Math.min(100, opened * 100L / found);
        }
    }

    /** Nothing while the sheet is still being read, or when it brought nobody. */
    public Optional<Progress> progress(UUID importId) {
        return jdbc.sql("""
                        select o.found, coalesce((select sum(c.opened) from case_opening_chunk c where c.import = o.import), 0)
                               as opened
                          from case_opening o where o.import = :import order by o.started_at limit 1""").param("import", importId).query(Progress.class).optional();
    }

    @EventListener
    void people(PeopleFound event) {
        if (event.created() > 0) {
            start(event.notice(), event.organization(), event.importId(), event.created());
        }
    }

    private void start(UUID notice, String organization, @Nullable UUID importId, int number) {
        UUID opening = Ids.next();
        jdbc.sql("""
                        insert into case_opening (id, notice, organization, import, found, started_at)
                        values (:id, :notice, :organization, :import, :found, :now)""")
                .param("id", opening)
                .param("notice", notice)
                .param("organization", organization)
                .param("import", importId)
                .param("found", number)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        flow.started(opening, number > CHUNK ? LANES : 1);
    }

    /**
     * Takes the next cases up.
     *
     * @return whether none is left for this lane
     */
    public boolean openChunk(UUID opening) {
        UUID noticeId = jdbc.sql("select notice from case_opening where id = :id")
                .param("id", opening)
                .query(UUID.class)
                .single();
        // No case is opened behind the back of whoever lifts the notice just now.
        NoticeView notice = notices.hold(noticeId);
        Instant now = clock.instant();
        readByIndex(true);
        List<PersonCase> taken = notice.inForce() ? found.takeUnopened(noticeId, CHUNK) : List.of();
        if (!taken.isEmpty()) {
            open(notice, taken, now);
        }
        if (taken.size() == CHUNK) {
            return false;
        }
        jdbc.sql("update case_opening set ended_at = :now where id = :id and ended_at is null")
                .param("now", Timestamp.from(now))
                .param("id", opening)
                .update();
        return true;
    }

    private void open(NoticeView notice, List<PersonCase> taken, Instant now) {
        Map<UUID, PersonMasked> known =
                people.masked(taken.stream().map(PersonCase::person).toList());
        MeasureOf.Remembered table = measures.remembering();
        Map<String, Ordered> byCategory = new HashMap<>();
        List<Isolation> opened = taken.stream()
                .map(one -> {
                    Ordered ordered =
                            byCategory.computeIfAbsent(one.category(), code -> measures.ordered(notice, code));
                    PersonMasked person = known.get(one.person());
                    return fresh(
                            one, ordered, table.decide(ordered.measure(), person == null ? null : person.age()), now);
                })
                .toList();
        isolations.insert(opened);
        Map<UUID, Isolation> byId = opened.stream().collect(Collectors.toMap(Isolation::id, one -> one));
        atHand.keep(new CasesAtHand.Known(taken, byId, known));
        readByIndex(false);
        cases.opened(opened.stream().map(Isolation::id).toList());
        record.keep(taken, "opened", Actor.SYSTEM, now, one -> facts(byId.get(one.id())));
        progressed(taken, now);
    }

    /**
     * While people are found and taken up, the tables grow faster than the planner hears of it: what it made for empty tables
     * reads a hundred thousand rows with every chunk. The engine's own rows are only written and may keep their plans.
     */
    private void readByIndex(boolean on) {
        jdbc.sql("""
                        select set_config('plan_cache_mode', :mode, true), set_config('enable_seqscan', :scans, true),
                               set_config('enable_bitmapscan', :scans, true)""")
                .param("mode", on ? "force_custom_plan" : "auto")
                .param("scans", on ? "off" : "on")
                .query()
                .singleRow();
    }

    private static Map<String, String> facts(@Nullable Isolation opened) {
        return opened == null
                ? Map.of()
                : Map.of("kind", "@isolation.kind." + opened.measure().kind(), "clause", opened.clause());
    }

    private static Isolation fresh(PersonCase one, Ordered ordered, ControlMeasure measure, Instant now) {
        return new Isolation(
                one.id(),
                one.notice(),
                ordered.clause(),
                measure,
                ordered.measure().release(),
                measure.tested() ? ordered.measure().tests().size() : 0,
                null,
                null,
                now,
                now.plus(Isolation.TO_ORDER),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void progressed(List<PersonCase> taken, Instant now) {
        Map<UUID, Long> byImport = new HashMap<>();
        for (PersonCase one : taken) {
            if (one.importId() != null) {
                byImport.merge(one.importId(), 1L, Long::sum);
            }
        }
        byImport.forEach((importId, number) -> jdbc.sql(
                        "insert into case_opening_chunk (id, import, opened, at) values (:id, :import, :opened, :now)")
                .param("id", Ids.next())
                .param("import", importId)
                .param("opened", number)
                .param("now", Timestamp.from(now))
                .update());
    }
}
