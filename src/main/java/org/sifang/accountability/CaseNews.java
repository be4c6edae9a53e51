package org.sifang.accountability;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.notice.BreachKind;
import org.sifang.notice.RecordedBreach;
import org.sifang.notification.Message;
import org.sifang.notification.Message.Channel;
import org.sifang.notification.Notifications;
import org.sifang.organization.Actor;
import org.sifang.organization.Officers;
import org.sifang.organization.Role;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Component;

/** Writes down what happens in a case, and tells those who have to know. */
@Component
class CaseNews {

    private static final String INDIVIDUAL = Wording.message("accountability.individual");

    private final Journal journal;
    private final Notifications notifications;
    private final Officers officers;

    CaseNews(Journal journal, Notifications notifications, Officers officers) {
        this.journal = journal;
        this.notifications = notifications;
        this.officers = officers;
    }

    void recordOpened(AccountabilityCase opened, RecordedBreach breach, Instant now) {
        record(opened, "opened", by(breach), Map.of("breach", kind(breach), "party", party(opened)), now);
        onSubject(opened, breach, now);
    }

    void joined(AccountabilityCase running, RecordedBreach breach, Instant now) {
        record(running, "joined", by(breach), Map.of("breach", kind(breach)), now);
        onSubject(running, breach, now);
        if (running.state() != CaseState.OPEN) {
            tellParty(running, "joined", List.of(party(running)));
        }
    }

    /** One message for what one transaction opened: a storm of breaches is not a storm of mail. */
    void opened(List<AccountabilityCase> opened) {
        Map<String, List<AccountabilityCase>> byAuthority =
                opened.stream().collect(Collectors.groupingBy(AccountabilityCase::authority));
        byAuthority.forEach((authority, cases) -> {
            AccountabilityCase first = cases.get(0);
            String link = cases.size() == 1 ? "/accountability/" + first.id() : "/accountability?state=OPEN";
            tell(
                    holding(authority, Role.DISCIPLINE),
                    "opened",
                    List.of(party(first), String.valueOf(cases.size())),
                    link,
                    first.id());
        });
    }

    /** An entry of the case; its reader needs the party's place and line. */
    void record(AccountabilityCase one, String action, String by, Map<String, String> facts, Instant now) {
        journal.record(entry(one, "accountability", one.id(), "accountability." + action, by, facts, now));
    }

    private void onSubject(AccountabilityCase one, RecordedBreach breach, Instant now) {
        if (breach.kind() != BreachKind.HAND) {
            String type = switch (breach.kind()) {
                case DUTY -> "duty";
                case FINDING -> "finding";
                default -> "case";
            };
            Map<String, String> facts = Map.of("party", party(one));
            journal.record(entry(one, type, breach.subject(), "accountability.takenUp", Actor.SYSTEM, facts, now));
        }
    }

    private static Entry entry(
            AccountabilityCase one,
            String type,
            UUID subject,
            String action,
            String by,
            Map<String, String> facts,
            Instant now) {
        return new Entry(now, by, action, type, subject.toString(), one.notice(), one.organization(), facts);
    }

    /** Whoever speaks for the party. */
    void tellParty(AccountabilityCase one, String key, List<String> args) {
        Set<String> told = new LinkedHashSet<>();
        Stream.of(Role.OFFICER, Role.LEADER).forEach(role -> told.addAll(holding(one.organization(), role)));
        tell(told, key, args, "/accountability/" + one.id(), one.id());
    }

    /** Those of the authority who hold this role. */
    void tellAuthority(AccountabilityCase one, Role role, String key, List<String> args) {
        tell(holding(one.authority(), role), key, args, "/accountability/" + one.id(), one.id());
    }

    /** Everybody who leads one of these organisations. */
    void tellLeaders(AccountabilityCase one, Collection<String> organizations, String key, List<String> args) {
        Set<String> told = officers.usernames(organizations, Role.LEADER).values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        tell(told, key, args, "/accountability", one.id());
    }

    private List<String> holding(String organization, Role role) {
        return officers.usernames(List.of(organization), role).getOrDefault(organization, List.of());
    }

    private void tell(Collection<String> recipients, String key, List<String> args, String link, UUID subject) {
        notifications.send(recipients.stream()
                .map(recipient -> new Message(
                        recipient,
                        "accountability." + key,
                        args,
                        link,
                        subject.toString(),
                        Set.of(Channel.INBOX, Channel.MAIL, Channel.WEBHOOK)))
                .toList());
    }

    /** The organisation's name; of an individual nothing but that it is one. */
    static String party(AccountabilityCase one) {
        return one.individual() ? INDIVIDUAL : Wording.organization(one.organization());
    }

    static String measure(MeasureKind measure) {
        return Wording.message("accountability.measure." + measure);
    }

    private static String kind(RecordedBreach breach) {
        return Wording.message("accountability.breach." + breach.kind());
    }

    private static String by(RecordedBreach breach) {
        return breach.reportedBy() == null ? Actor.SYSTEM : breach.reportedBy();
    }
}
