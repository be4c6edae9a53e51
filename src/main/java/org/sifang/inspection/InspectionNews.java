package org.sifang.inspection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.notification.Message;
import org.sifang.notification.Message.Channel;
import org.sifang.notification.Notifications;
import org.sifang.organization.Officers;
import org.sifang.organization.Role;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Component;

/** Writes down what happens in an inspection, and tells those who have to know; before an unannounced visit, nobody else. */
@Component
class InspectionNews {

    private final Journal journal;
    private final Notifications notifications;
    private final Officers officers;

    InspectionNews(Journal journal, Notifications notifications, Officers officers) {
        this.journal = journal;
        this.notifications = notifications;
        this.officers = officers;
    }

    void inspection(Inspection one, String action, String by, Map<String, String> facts, Instant now) {
        journal.record(new Entry(
                now,
                by,
                "inspection." + action,
                "inspection",
                one.id().toString(),
                one.notice(),
                one.organization(),
                facts));
    }

    /** What is visited may read of it as soon as it may know of the visit; until then whoever inspects. */
    void visit(
            Inspection one,
            Visit visit,
            String action,
            String by,
            boolean known,
            Map<String, String> facts,
            Instant now) {
        journal.record(new Entry(
                now,
                by,
                "visit." + action,
                "visit",
                visit.id().toString(),
                one.notice(),
                known ? visit.organization() : one.organization(),
                facts));
    }

    void sent(Inspection one, Collection<Visit> visits) {
        List<Message> messages = new ArrayList<>();
        for (Visit visit : visits) {
            List<String> args = args(visit);
            messages.addAll(messages(visit.inspectors(), "visit.assigned", args, page(visit), visit.id()));
            if (visit.announced()) {
                messages.addAll(
                        messages(everybody(visit.organization()), "visit.announced", args, page(visit), visit.id()));
            }
        }
        notifications.send(messages);
    }

    void overdue(Inspection one, Collection<Visit> late) {
        List<Message> messages = new ArrayList<>();
        for (Visit visit : late) {
            Set<String> told = new LinkedHashSet<>(visit.inspectors());
            told.addAll(leaders(one.organization()));
            messages.addAll(messages(told, "visit.overdue", args(visit), page(visit), visit.id()));
        }
        notifications.send(messages);
    }

    void returned(Visit visit) {
        notifications.send(messages(visit.inspectors(), "visit.returned", args(visit), page(visit), visit.id()));
    }

    void handedOver(Inspection one, Visit visit, int problems) {
        notifications.send(messages(
                everybody(visit.organization()),
                "visit.handedOver",
                List.of(Wording.organization(one.organization()), Integer.toString(problems)),
                page(visit),
                visit.id()));
    }

    void cancelled(Inspection one, Collection<Visit> visits) {
        notifications.send(visits.stream()
                .flatMap(visit ->
                        messages(visit.inspectors(), "visit.cancelled", args(visit), page(visit), visit.id()).stream())
                .toList());
    }

    private static String page(Visit visit) {
        return "/inspections/visits/" + visit.id();
    }

    private static List<String> args(Visit visit) {
        return List.of(Wording.organization(visit.organization()), visit.dueAt().toString());
    }

    private List<String> everybody(String organization) {
        List<String> all = new ArrayList<>();
        for (Role role : List.of(Role.OFFICER, Role.LEADER)) {
            all.addAll(officers.usernames(List.of(organization), role).getOrDefault(organization, List.of()));
        }
        return all;
    }

    private List<String> leaders(String organization) {
        return officers.usernames(List.of(organization), Role.LEADER).getOrDefault(organization, List.of());
    }

    private static List<Message> messages(
            Collection<String> recipients, String key, List<String> args, @Nullable String link, UUID subject) {
        return new LinkedHashSet<>(recipients)
                .stream()
                        .map(recipient -> new Message(
                                recipient,
                                key,
                                args,
                                link,
                                subject.toString(),
                                Set.of(Channel.INBOX, Channel.MAIL, Channel.WEBHOOK)))
                        .toList();
    }
}
