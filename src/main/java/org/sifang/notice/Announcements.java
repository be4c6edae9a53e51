package org.sifang.notice;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.notification.Message;
import org.sifang.notification.Message.Channel;
import org.sifang.notification.Notifications;
import org.sifang.organization.Officers;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** What happens to notices and duties, written to the journal and told to whom it concerns. */
@Component
class Announcements {

    private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);

    private final Journal journal;
    private final Notifications notifications;
    private final Officers officers;

    Announcements(Journal journal, Notifications notifications, Officers officers) {
        this.journal = journal;
        this.notifications = notifications;
        this.officers = officers;
    }

    void notice(NoticeView notice, String action, String by, Instant at, Map<String, String> facts) {
        journal.record(new Entry(
                at, by, "notice." + action, "notice", notice.id().toString(), notice.id(), notice.issuer(), facts));
    }

    void duty(Duty duty, String action, String by, Instant at, Map<String, String> facts) {
        journal.record(entry(duty, action, by, at, facts));
    }

    void duties(List<Duty> duties, String action, String by, Instant at, Map<String, String> facts) {
        journal.recordAll(
                duties.stream().map(duty -> entry(duty, action, by, at, facts)).toList());
    }

    static Entry entry(Duty duty, String action, String by, Instant at, Map<String, String> facts) {
        Map<String, String> all = new HashMap<>(facts);
        all.putIfAbsent("obligation", duty.obligation());
        all.putIfAbsent("clause", duty.clause());
        all.putIfAbsent("dueAt", duty.dueAt().toString());
        return new Entry(
                at, by, "duty." + action, "duty", duty.id().toString(), duty.notice(), duty.organization(), all);
    }

    /** Tells the responsible person and the deputy of each duty. */
    void tellAddressees(List<Duty> duties, String what, String notice) {
        notifications.send(duties.stream()
                .flatMap(duty -> Stream.of(duty.responsible(), duty.deputy())
                        .filter(name -> name != null)
                        .distinct()
                        .map(name -> message(duty, name, what, notice, ALL)))
                .toList());
    }

    /** Tells those of the issuer who judge. */
    void tellIssuer(Duty duty, String what, String notice) {
        tell(duty.issuer(), Role.OFFICER, "duty." + what, duty.id(), "/duties/" + duty.id(), args(duty, notice));
    }

    /** Tells everybody of a role in an organisation. */
    void tell(String organization, Role role, String what, UUID subject, String link, List<String> args) {
        notifications.send(officers.withRole(organization, role).stream()
                .map(officer -> new Message(officer.username(), what, args, link, subject.toString(), ALL))
                .toList());
    }

    static Message message(Duty duty, String recipient, String what, String notice, Set<Channel> channels) {
        return new Message(
                recipient,
                "duty." + what,
                args(duty, notice),
                "/duties/" + duty.id(),
                duty.id().toString(),
                channels);
    }

    /** In this order: organisation, notice, clause, deadline. */
    private static List<String> args(Duty duty, String notice) {
        return List.of(
                duty.organizationName(), notice, duty.clause(), duty.dueAt().toString());
    }
}
