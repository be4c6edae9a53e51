package org.sifang.notice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sifang.notice.Escalation.Recipient;
import org.sifang.notification.Message;
import org.sifang.notification.Notifications;
import org.sifang.organization.Officers;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** To whom a rung speaks, as the table {@code escalation} says. */
@Component
class RungMessages {

    private final Officers officers;
    private final EscalationPolicy policy;
    private final Announcements announcements;
    private final Notifications notifications;

    RungMessages(Officers officers, EscalationPolicy policy, Announcements announcements, Notifications notifications) {
        this.officers = officers;
        this.policy = policy;
        this.announcements = announcements;
        this.notifications = notifications;
    }

    void tellAddressees(NoticeView notice, LadderAction action, List<Duty> climbed) {
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
    void tellIssuer(NoticeView notice, Round round, LadderAction action, long standing) {
        Set<Recipient> meant = policy.decide(action, OrganizationKind.COMMAND).recipients();
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
                        "round." + action,
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
}
