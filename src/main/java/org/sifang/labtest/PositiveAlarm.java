package org.sifang.labtest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sifang.isolation.TestResult;
import org.sifang.notification.Message;
import org.sifang.notification.Notifications;
import org.sifang.organization.Officers;
import org.sifang.organization.Organization;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** A positive result that belongs to nobody must not lie in a queue unseen: the laboratory and its command hear of it at once. */
@Component
class PositiveAlarm {

    private final Laboratories laboratories;
    private final Officers officers;
    private final Notifications notifications;

    PositiveAlarm(Laboratories laboratories, Officers officers, Notifications notifications) {
        this.laboratories = laboratories;
        this.officers = officers;
        this.notifications = notifications;
    }

    void raise(String laboratory, List<Unmatched> waiting) {
        long positive = waiting.stream()
                .filter(one -> one.result() == TestResult.POSITIVE)
                .count();
        if (positive == 0) {
            return;
        }
        Set<String> recipients = new LinkedHashSet<>();
        officers.withRole(laboratory, Role.LAB).forEach(officer -> recipients.add(officer.username()));
        String command = laboratories
                .find(laboratory)
                .map(Organization::division)
                .map(division -> division.county().value())
                .orElse(laboratory);
        officers.withRole(command, Role.OFFICER).forEach(officer -> recipients.add(officer.username()));
        notifications.send(recipients.stream()
                .map(recipient -> new Message(
                        recipient,
                        "labtest.positiveUnmatched",
                        List.of("organization:" + laboratory, Long.toString(positive)),
                        "/lab/unmatched",
                        "lab:" + laboratory + ":positive",
                        Set.of(Message.Channel.values())))
                .toList());
    }
}
