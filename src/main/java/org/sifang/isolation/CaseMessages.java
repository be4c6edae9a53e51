package org.sifang.isolation;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.Isolation.Settlement;
import org.sifang.notification.Message;
import org.sifang.notification.Message.Channel;
import org.sifang.notification.Notifications;
import org.sifang.organization.Officers;
import org.sifang.organization.Responsibility;
import org.sifang.organization.Role;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;

/** Who is told of what happens to a case. No message says who the person is; its link leads to her. */
@Component
class CaseMessages {

    private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);

    private final Notifications notifications;
    private final Officers officers;

    CaseMessages(Notifications notifications, Officers officers) {
        this.notifications = notifications;
        this.officers = officers;
    }

    /** Tells those who acted on the wrong result, the carer and the officers of the county. */
    void corrected(PersonCase registered, Isolation one, TestResult before, TestResult now) {
        send(
                registered,
                acted(registered, one),
                "case.corrected",
                List.of("@isolation.result." + before, "@isolation.result." + now));
    }

    /** Tells those whose case it becomes. */
    void moved(PersonCase registered, String organization, String from, String reason) {
        Set<String> told = new LinkedHashSet<>();
        officers.withRole(organization, Role.OFFICER).forEach(officer -> told.add(officer.username()));
        send(registered, told, "case.moved", List.of("organization:" + from, reason));
    }

    private Set<String> acted(PersonCase registered, Isolation one) {
        Set<String> told = new LinkedHashSet<>();
        Delivery order = one.order();
        Settlement settlement = one.settlement();
        Decision decision = one.decision();
        Delivery release = one.release();
        add(told, order == null ? null : order.by());
        add(told, settlement == null ? null : settlement.by());
        add(told, decision == null ? null : decision.by());
        add(told, release == null ? null : release.by());
        if (registered.carer() != null) {
            Responsibility carer = officers.responsibleFor(registered.carer());
            add(told, carer.responsible());
            add(told, carer.deputy());
        }
        Stream.of(registered.organization(), registered.division().county().value())
                .distinct()
                .flatMap(code -> officers.withRole(code, Role.OFFICER).stream())
                .forEach(officer -> told.add(officer.username()));
        return told;
    }

    private static void add(Set<String> told, @Nullable String username) {
        if (username != null) {
            told.add(username);
        }
    }

    private void send(PersonCase registered, Set<String> told, String key, List<String> args) {
        notifications.send(told.stream()
                .map(username -> new Message(
                        username,
                        key,
                        args,
                        "/cases/" + registered.id(),
                        registered.id().toString(),
                        ALL))
                .toList());
    }
}
