package org.sifang.inspection;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.notification.Message;
import org.sifang.notification.Message.Channel;
import org.sifang.notification.Notifications;
import org.sifang.organization.Officers;
import org.sifang.organization.Role;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Component;

/** Writes down what happens to a finding, and tells those who have to know. */
@Component
class RectificationWord {

    private final Journal journal;
    private final Notifications notifications;
    private final Officers officers;

    RectificationWord(Journal journal, Notifications notifications, Officers officers) {
        this.journal = journal;
        this.notifications = notifications;
        this.officers = officers;
    }

    void record(Finding finding, String action, String by, Map<String, String> facts, Instant now) {
        record(List.of(finding), action, by, one -> facts, now);
    }

    void record(
            Collection<Finding> findings,
            String action,
            String by,
            java.util.function.Function<Finding, Map<String, String>> facts,
            Instant now) {
        journal.recordAll(findings.stream()
                .map(one -> new Entry(
                        now,
                        by,
                        "finding." + action,
                        "finding",
                        one.id().toString(),
                        one.notice(),
                        one.organization(),
                        facts.apply(one)))
                .toList());
    }

    /** To those of the organisation who have to mend it. */
    void tellRectifier(Finding finding, String key, String... args) {
        tell(List.of(finding), key, people(finding.organization(), Role.OFFICER, Role.LEADER), args);
    }

    void tellLeaders(Finding finding, String key, String... args) {
        tell(List.of(finding), key, people(finding.orderer(), Role.LEADER), args);
    }

    void tellOrderer(Finding finding, String key, String... args) {
        tell(List.of(finding), key, people(finding.orderer(), Role.OFFICER, Role.LEADER), args);
    }

    void tell(Finding finding, String key, String username, String... args) {
        tell(List.of(finding), key, Set.of(username), args);
    }

    private Set<String> people(String organization, Role... roles) {
        Set<String> known = new LinkedHashSet<>();
        for (Role role : roles) {
            known.addAll(officers.usernames(List.of(organization), role).getOrDefault(organization, List.of()));
        }
        return known;
    }

    /** The first two arguments of every text are the organisation and the item. */
    private void tell(Collection<Finding> findings, String key, Collection<String> recipients, String... args) {
        notifications.send(findings.stream()
                .flatMap(finding -> recipients.stream()
                        .map(recipient -> new Message(
                                recipient,
                                "finding." + key,
                                Stream.concat(
                                                Stream.of(
                                                        Wording.organization(finding.organization()),
                                                        finding.itemText()),
                                                Stream.of(args))
                                        .toList(),
                                "/inspections/findings/" + finding.id(),
                                finding.id().toString(),
                                Set.of(Channel.INBOX, Channel.MAIL, Channel.WEBHOOK))))
                .toList());
    }
}
