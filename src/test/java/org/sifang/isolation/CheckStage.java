package org.sifang.isolation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sifang.isolation.CaseDesk.Lodging;
import org.sifang.notice.Breach;
import org.sifang.notice.CaseFile;
import org.sifang.notice.NoticeView;
import org.sifang.organization.Actor;
import org.sifang.screening.CaseMark;
import org.sifang.screening.FoundCases;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of checks and visits do and look at, beside {@link IsolationFile}. */
@Component
@Profile("test")
public class CheckStage {

    /** A community of 150502, whose worker is {@code 150502.community}. */
    public static final String COMMUNITY = "150502901001";

    public static final String COUNTY = "150502";

    private final IsolationFile cases;
    private final CaseFile file;
    private final CaseDesk desk;
    private final DailyCheckDesk checks;
    private final DailyCheckRows rows;
    private final FollowUpVisits visits;
    private final FoundCases found;
    private final CheckSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ZoneId zone;
    private final List<Breach> breaches = new CopyOnWriteArrayList<>();

    CheckStage(
            IsolationFile cases,
            CaseFile file,
            CaseDesk desk,
            DailyCheckDesk checks,
            DailyCheckRows rows,
            FollowUpVisits visits,
            FoundCases found,
            CheckSettings settings,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.file = file;
        this.desk = desk;
        this.checks = checks;
        this.rows = rows;
        this.visits = visits;
        this.found = found;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.zone = clock.getZone();
    }

    @EventListener
    void heard(Breach breach) {
        breaches.add(breach);
    }

    public List<Breach> breaches(UUID caseId) {
        return breaches.stream()
                .filter(breach -> breach.subject().equals(caseId))
                .toList();
    }

    CheckSettings settings() {
        return settings;
    }

    /** Goes to nine in the morning of the next day, and answers that day. */
    public LocalDate morning() {
        LocalDate day = today().plusDays(1);
        file.until(at(day, LocalTime.of(9, 0)));
        return day;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(cases.now(), zone);
    }

    public Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    public void until(LocalDate day, String time) {
        file.until(at(day, LocalTime.parse(time)));
    }

    public void downUntil(LocalDate day, String time) {
        file.downUntil(at(day, LocalTime.parse(time)));
    }

    public Actor worker() {
        return cases.actor("150502.community");
    }

    public Actor officer() {
        return cases.actor("150502.officer");
    }

    /** So many people with one phone in isolation at home, looked after by the community. */
    public List<UUID> isolated(NoticeView notice, int number) {
        List<UUID> ids = cases.found(notice, COUNTY, number, 30);
        transaction.executeWithoutResult(status -> found.assign(ids, COMMUNITY));
        for (UUID id : ids) {
            desk.serveOrder(id, DeliveryManner.IN_PERSON, null, officer(), cases.now());
            desk.settle(id, new Lodging(true, true, null, null), officer(), cases.now());
        }
        return ids;
    }

    public UUID isolated(NoticeView notice) {
        return isolated(notice, 1).get(0);
    }

    public DailyCheck check(UUID caseId, LocalDate day) {
        return rows.of(caseId, 400).stream()
                .filter(check -> check.day().equals(day))
                .findFirst()
                .orElseThrow();
    }

    public List<DailyCheck> checks(UUID caseId) {
        return rows.of(caseId, 400);
    }

    public DailyCheck answer(UUID caseId, CheckAnswer answer) {
        return checks.answer(check(caseId, today()).id(), answer, worker(), cases.now());
    }

    public boolean marked(UUID caseId, CaseMark mark) {
        return cases.registered(caseId).marks().contains(mark);
    }

    public List<FollowUpVisit> visits(UUID caseId) {
        return visits.of(List.of(caseId));
    }

    public UUID round(NoticeView notice, LocalDate day) {
        return jdbc.sql("select id from check_round where notice = :notice and day = :day")
                .param("notice", notice.id())
                .param("day", day)
                .query(UUID.class)
                .single();
    }

    public List<LocalDate> days(NoticeView notice) {
        return jdbc.sql("select day from check_round where notice = :notice order by day")
                .param("notice", notice.id())
                .query(LocalDate.class)
                .list();
    }

    public String dayState(NoticeView notice, LocalDate day) {
        return jdbc.sql("select state || case when held then '' else ' not held' end from check_round where id = :id")
                .param("id", round(notice, day))
                .query(String.class)
                .single();
    }

    /** Nobody's check day goes on into other tests. */
    public void close() {
        jdbc.sql("update isolation_case set closed_at = :now where closed_at is null")
                .param("now", Timestamp.from(cases.now()))
                .update();
        cases.close();
        breaches.clear();
    }
}
