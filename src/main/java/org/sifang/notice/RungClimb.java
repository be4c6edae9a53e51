package org.sifang.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sifang.kernel.Ids;
import org.sifang.notice.Escalation.Recipient;
import org.sifang.notification.Message;
import org.sifang.notification.Notifications;
import org.sifang.organization.Actor;
import org.sifang.organization.Officers;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One rung for many duties at once: state, journal and messages in one transaction, with a handful of statements. A
 * duty's rung only ever rises, so that carrying the same rung out again finds nobody left.
 */
@Component
class RungClimb {

    /** Duties that climb in one transaction. */
    static final int CHUNK = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Notices notices;
    private final Officers officers;
    private final EscalationPolicy policy;
    private final Announcements announcements;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;

    RungClimb(
            JdbcClient jdbc,
            JdbcTemplate batch,
            Notices notices,
            Officers officers,
            EscalationPolicy policy,
            Announcements announcements,
            Notifications notifications,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.notices = notices;
        this.officers = officers;
        this.policy = policy;
        this.announcements = announcements;
        this.notifications = notifications;
        this.events = events;
    }

    /** Whether everybody who owes something in this round stands on the rung now. */
    boolean next(Round round, Rung rung, Instant now) {
        if (!rung.at().isNegative()) {
            markUnanswered(round, now);
        }
        List<Duty> climbed = raise(round, rung);
        if (!climbed.isEmpty()) {
            NoticeView notice = notices.require(round.notice());
            announcements.duties(
                    climbed,
                    "rung." + rung.action(),
                    Actor.SYSTEM,
                    now,
                    Map.of(
                            "rung",
                            String.valueOf(rung.index()),
                            "scheduledAt",
                            rung.instant(round.dueAt()).toString()));
            tell(notice, rung.action(), climbed);
            publish(rung.action(), climbed, now);
        }
        boolean all = climbed.size() < CHUNK && !anybodyBelow(round, rung);
        if (all) {
            tellIssuer(round, rung);
        }
        return all;
    }

    /** An answer given and sent back is late; no answer at all is silence. */
    private void markUnanswered(Round round, Instant now) {
        jdbc.sql("""
                        update duty set timeliness = case when submissions = 0 then 'SILENT' else 'LATE' end
                         where round = :round and timeliness = 'PENDING' and due_at <= :now
                           and state in ('SENT', 'RECEIVED', 'IN_PROGRESS', 'RETURNED')""")
                .param("round", round.id())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** A duty whose row somebody holds is left for the next chunk: perhaps he is just handing it in. */
    private List<Duty> raise(Round round, Rung rung) {
        return jdbc.sql("""
                        update duty d set rung = :rung, rung_action = :action
                         where d.id in (select id from duty
                                         where round = :round and rung < :rung
                                           and state in ('SENT', 'RECEIVED', 'IN_PROGRESS', 'RETURNED')
                                         order by rung, id limit :most for update skip locked)
                        returning d.*""")
                .param("rung", rung.index())
                .param("action", rung.action().name())
                .param("round", round.id())
                .param("most", CHUNK)
                .query(DutyRows::read)
                .list();
    }

    private boolean anybodyBelow(Round round, Rung rung) {
        return jdbc.sql("""
                        select exists (select 1 from duty where round = :round and rung < :rung
                            and state in ('SENT', 'RECEIVED', 'IN_PROGRESS', 'RETURNED'))""")
                .param("round", round.id())
                .param("rung", rung.index())
                .query(Boolean.class)
                .single();
    }

    private void tell(NoticeView notice, LadderAction action, List<Duty> climbed) {
        Map<OrganizationKind, Escalation> decided = new EnumMap<>(OrganizationKind.class);
        climbed.forEach(duty -> decided.computeIfAbsent(duty.organizationKind(), kind -> policy.decide(action, kind)));
        Map<String, List<String>> leaders = decided.values().stream()
                        .anyMatch(one -> one.recipients().contains(Recipient.LEADER))
                ? officers.usernames(
                        climbed.stream().map(Duty::organization).distinct().toList(), Role.LEADER)
                : Map.of();
        List<Message> messages = new ArrayList<>();
        for (Duty duty : climbed) {
            Escalation escalation = decided.get(duty.organizationKind());
            if (escalation == null) {
                continue;
            }
            for (String recipient : recipients(duty, escalation.recipients(), leaders)) {
                messages.add(
                        Announcements.message(duty, recipient, action.name(), notice.caption(), escalation.channels()));
            }
        }
        notifications.send(messages);
    }

    private static Set<String> recipients(Duty duty, Set<Recipient> meant, Map<String, List<String>> leaders) {
        Set<String> names = new LinkedHashSet<>();
        if (meant.contains(Recipient.RESPONSIBLE) && duty.responsible() != null) {
            names.add(duty.responsible());
        }
        if (meant.contains(Recipient.DEPUTY) && duty.deputy() != null) {
            names.add(duty.deputy());
        }
        if (meant.contains(Recipient.LEADER)) {
            names.addAll(leaders.getOrDefault(duty.organization(), List.of()));
        }
        return names;
    }

    /** The issuer hears of a rung once, with the number, not once for each of ten thousand. */
    private void tellIssuer(Round round, Rung rung) {
        long standing = jdbc.sql("""
                        select count(*) from duty where round = :round and rung = :rung
                           and state in ('SENT', 'RECEIVED', 'IN_PROGRESS', 'RETURNED')""")
                .param("round", round.id())
                .param("rung", rung.index())
                .query(Long.class)
                .single();
        if (standing == 0) {
            return;
        }
        NoticeView notice = notices.require(round.notice());
        Set<Recipient> meant =
                policy.decide(rung.action(), OrganizationKind.COMMAND).recipients();
        String link = "/duties?notice=" + notice.id() + "&obligation=" + round.obligation() + "&tally=SILENT";
        for (Recipient recipient : meant) {
            Role role = switch (recipient) {
                case ISSUER_LEADER -> Role.LEADER;
                case ISSUER_OFFICER -> Role.OFFICER;
                default -> null;
            };
            if (role != null) {
                announcements.tell(
                        notice.issuer(),
                        role,
                        "round." + rung.action(),
                        round.id(),
                        link,
                        List.of(
                                notice.caption(),
                                clauseOf(notice, round),
                                round.dueAt().toString(),
                                String.valueOf(standing)));
            }
        }
    }

    private static String clauseOf(NoticeView notice, Round round) {
        return notice.definition()
                .obligation(round.obligation())
                .map(Obligation::clause)
                .orElse("");
    }

    private void publish(LadderAction action, List<Duty> climbed, Instant now) {
        if (action == LadderAction.MARK_OVERDUE) {
            climbed.forEach(duty -> events.publishEvent(
                    new DeadlinePassed(duty.id(), duty.notice(), duty.organization(), duty.dueAt())));
        }
        if (action == LadderAction.OPEN_ACCOUNTABILITY) {
            List<DutyNeglected> breaches = climbed.stream()
                    .map(duty -> new DutyNeglected(Ids.next(), duty.notice(), duty.organization(), duty.id(), now))
                    .toList();
            batch.batchUpdate(
                    """
                    insert into breach (id, notice, duty, party, happened_at) values (?, ?, ?, ?, ?)
                    on conflict (duty) do nothing""",
                    breaches.stream()
                            .map(breach -> new Object[] {
                                breach.id(), breach.notice(), breach.subject(), breach.party(), Timestamp.from(now)
                            })
                            .toList());
            breaches.forEach(events::publishEvent);
        }
    }

    /** A duty's deadline passed without an answer. */
    private record DeadlinePassed(UUID duty, UUID notice, String organization, Instant dueAt) implements DutyMissed {}

    /** A duty was silent up to the last rung. */
    private record DutyNeglected(UUID id, UUID notice, String party, UUID subject, Instant at) implements Breach {}
}
