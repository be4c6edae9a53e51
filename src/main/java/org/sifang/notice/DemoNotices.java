package org.sifang.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.sifang.organization.DemoAccounts;
import org.sifang.organization.Officer;
import org.sifang.organization.Officers;
import org.sifang.worklist.WorkItem;
import org.sifang.worklist.WorkItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prepares the Tongliao notice with today's dates, so that a demonstration begins with the signature: drafted, reviewed
 * by both departments, waiting for the leader. One that nobody signed in time gets new dates at the next start; one that
 * was signed, sent back or withdrawn is left as people made it.
 */
@Component
@ConditionalOnProperty("sifang.demo")
@Order(DemoNotices.ORDER)
public class DemoNotices implements ApplicationRunner {

    /** After the accounts. */
    public static final int ORDER = DemoAccounts.ORDER + 100;

    private static final Logger log = LoggerFactory.getLogger(DemoNotices.class);
    private static final String ISSUER = "150500";
    private static final String DRAFTER = "city.officer";
    private static final String HEALTH = "150500.health";
    private static final String LEGAL = "150500.justice";

    private final NoticeLibrary library;
    private final NoticeDesk desk;
    private final Notices notices;
    private final Announcements announcements;
    private final WorkItems workItems;
    private final Officers officers;
    private final Actors actors;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoNotices(
            NoticeLibrary library,
            NoticeDesk desk,
            Notices notices,
            Announcements announcements,
            WorkItems workItems,
            Officers officers,
            Actors actors,
            JdbcClient jdbc,
            Clock clock) {
        this.library = library;
        this.desk = desk;
        this.notices = notices;
        this.announcements = announcements;
        this.workItems = workItems;
        this.officers = officers;
        this.actors = actors;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        List<String> needed = List.of(DRAFTER, HEALTH, LEGAL);
        if (officers.findAll(needed).stream().filter(Officer::active).count() < needed.size()) {
            log.info("No notice is prepared: an account of the demonstration is missing or was deactivated");
            return;
        }
        Optional<NoticeView> waiting = waiting();
        if (waiting.isPresent()) {
            waiting.filter(this::stale).ifPresent(this::refresh);
        } else if (!notices.known(ISSUER, number())) {
            prepare();
        }
    }

    /** The running number one of the present year: a seed posted as it is has another. */
    private String number() {
        return "通防指发〔%d〕1号".formatted(clock.instant().atZone(clock.getZone()).getYear());
    }

    private void prepare() {
        Actor drafter = actors.byUsername(DRAFTER);
        NoticeDefinition copy = PreparedCopy.of(
                        library.definition(NoticeLibrary.TONGLIAO_2020), clock.instant(), clock.getZone())
                .numbered(number());
        NoticeView notice = desk.draft(copy, drafter);
        desk.submitForReview(notice.id(), drafter);
        desk.review(notice.id(), ReviewKind.HEALTH, true, null, actors.byUsername(HEALTH));
        desk.review(notice.id(), ReviewKind.LEGAL, true, null, actors.byUsername(LEGAL));
        log.info("Demonstration: {} waits for the signature of city.leader", notice.number());
    }

    private Optional<NoticeView> waiting() {
        return jdbc.sql("""
                        select id from notice where issuer = :issuer and drafted_by = :drafter and state = 'REVIEWED'
                           and number like '通防指发〔%〕1号' order by drafted_at desc limit 1""")
                .param("issuer", ISSUER)
                .param("drafter", DRAFTER)
                .query(UUID.class)
                .optional()
                .map(notices::lock);
    }

    private boolean stale(NoticeView notice) {
        Instant now = clock.instant();
        return notice.definition().obligations().stream()
                .map(Obligation::due)
                .filter(Objects::nonNull)
                .anyMatch(due -> !due.isAfter(now));
    }

    /** The same wording on other days; the reviews, which speak of the wording, are taken over. */
    private void refresh(NoticeView notice) {
        Instant now = clock.instant();
        List<Review> reviews = notices.reviews(notice.id(), notice.version());
        notices.edit(notice.id(), PreparedCopy.of(notice.definition(), now, clock.getZone()));
        announcements.notice(notice, "redated", Actor.SYSTEM, now, Map.of());
        for (Review review : reviews) {
            notices.review(notice.id(), notice.version() + 1, review);
        }
        workItems.ofSubject(notice.id()).stream()
                .filter(WorkItem::open)
                .forEach(item ->
                        workItems.reschedule(List.of(notice.id()), item.dueAt(), now.plus(PreparedCopy.LEAST_TIME)));
        log.info("Demonstration: {} has today's dates", notice.number());
    }
}
