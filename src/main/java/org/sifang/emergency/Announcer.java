package org.sifang.emergency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.notification.Message;
import org.sifang.notification.Message.Channel;
import org.sifang.notification.Notifications;
import org.sifang.organization.Actor;
import org.sifang.organization.Officers;
import org.sifang.organization.Organization;
import org.sifang.organization.Role;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Component;

/** Writes down what happens in an emergency, and tells those who have to know. */
@Component
class Announcer {

    private final Journal journal;
    private final Notifications notifications;
    private final Officers officers;
    private final Parties parties;

    Announcer(Journal journal, Notifications notifications, Officers officers, Parties parties) {
        this.journal = journal;
        this.notifications = notifications;
        this.officers = officers;
        this.parties = parties;
    }

    void opened(Emergency emergency, Instant now) {
        onBoth(emergency, "opened", Actor.SYSTEM, Map.of(), now);
        BranchView report = emergency.branch(Branch.REPORT).orElseThrow();
        tell(
                emergency,
                "opened",
                List.of(
                        Wording.organization(emergency.organization()),
                        report.dueAt().toString()),
                Stream.concat(
                                everybody(List.of(
                                                emergency.organization(),
                                                parties.health(emergency.division())
                                                        .code()))
                                        .stream(),
                                leaders(parties.healthLine(emergency.division())).stream())
                        .toList());
    }

    /** A branch is late: the health leaders of county and city, and whoever leads the county's command. */
    void overdue(Emergency emergency, Branch branch, Instant now) {
        String name = Wording.message("emergency.branch." + branch);
        record(emergency, "overdue", Actor.SYSTEM, Map.of("branch", name), now);
        List<String> told = new ArrayList<>(leaders(parties.healthLine(emergency.division())));
        told.addAll(officers.usernames(List.of(emergency.organization()), Role.LEADER)
                .getOrDefault(emergency.organization(), List.of()));
        BranchView late = emergency.branch(branch).orElseThrow();
        tell(
                emergency,
                "overdue",
                List.of(
                        Wording.organization(emergency.organization()),
                        name,
                        late.dueAt().toString()),
                told);
    }

    void onItsWay(Emergency emergency, String hospital, Instant departedAt) {
        tell(emergency, "onItsWay", List.of(departedAt.toString()), everybody(List.of(hospital)));
    }

    /** Everybody who acted or was about to. */
    void stoodDown(Emergency emergency, Collection<String> acted, Instant now) {
        onBoth(emergency, "stoodDown", Actor.SYSTEM, Map.of(), now);
        Set<String> told = new LinkedHashSet<>(acted);
        told.addAll(everybody(List.of(
                emergency.organization(), parties.health(emergency.division()).code())));
        told.addAll(leaders(parties.healthLine(emergency.division())));
        if (emergency.hospital() != null) {
            told.addAll(everybody(List.of(emergency.hospital())));
        }
        emergency.branches().stream()
                .map(BranchView::doneBy)
                .filter(Objects::nonNull)
                .forEach(told::add);
        tell(emergency, "stoodDown", List.of(Wording.organization(emergency.organization())), told);
    }

    void done(Emergency emergency, Instant now) {
        onBoth(emergency, "done", Actor.SYSTEM, Map.of(), now);
    }

    /** An entry of the emergency; its reader needs the place and the health line. */
    void record(Emergency emergency, String action, String by, Map<String, String> facts, Instant now) {
        journal.record(entry(emergency, emergency.id(), "emergency", "emergency." + action, by, facts, now));
    }

    private void onBoth(Emergency emergency, String action, String by, Map<String, String> facts, Instant now) {
        journal.recordAll(List.of(
                entry(emergency, emergency.id(), "emergency", "emergency." + action, by, facts, now),
                entry(emergency, emergency.personCase(), "case", "case.emergency." + action, by, facts, now)));
    }

    private Entry entry(
            Emergency emergency,
            UUID subject,
            String type,
            String action,
            String by,
            Map<String, String> facts,
            Instant now) {
        return new Entry(
                now,
                by,
                action,
                type,
                subject.toString(),
                emergency.notice(),
                parties.health(emergency.division()).code(),
                facts);
    }

    private List<String> leaders(List<Organization> organizations) {
        return officers
                .usernames(organizations.stream().map(Organization::code).toList(), Role.LEADER)
                .values()
                .stream()
                .flatMap(Collection::stream)
                .toList();
    }

    private List<String> everybody(List<String> codes) {
        return Stream.of(Role.OFFICER, Role.LEADER)
                .flatMap(role -> officers.usernames(codes, role).values().stream())
                .flatMap(Collection::stream)
                .toList();
    }

    private void tell(Emergency emergency, String key, List<String> args, Collection<String> recipients) {
        notifications.send(new LinkedHashSet<>(recipients)
                .stream()
                        .map(recipient -> new Message(
                                recipient,
                                "emergency." + key,
                                args,
                                "/emergencies/" + emergency.id(),
                                emergency.id().toString(),
                                Set.of(Channel.INBOX, Channel.MAIL, Channel.WEBHOOK)))
                        .toList());
    }
}
