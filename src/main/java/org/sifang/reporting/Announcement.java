package org.sifang.reporting;

import java.util.List;
import java.util.Set;
import org.sifang.notification.Message;
import org.sifang.notification.Message.Channel;
import org.sifang.notification.Notifications;
import org.sifang.organization.Officers;
import org.sifang.organization.Role;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Component;

/** Tells the issuer's officers of what comes without their having asked for it. */
@Component
class Announcement {

    private final Officers officers;
    private final Notifications notifications;

    Announcement(Officers officers, Notifications notifications) {
        this.officers = officers;
        this.notifications = notifications;
    }

    void supplemented(Report report, FrozenTable table) {
        notifications.send(officers.withRole(report.issuer(), Role.OFFICER).stream()
                .map(officer -> new Message(
                        officer.username(),
                        "report.supplemented",
                        List.of(
                                Wording.organization(report.organization()),
                                table.number(),
                                String.valueOf(table.people())),
                        "/reports/" + report.id(),
                        report.id().toString(),
                        Set.of(Channel.INBOX, Channel.MAIL)))
                .toList());
    }
}
