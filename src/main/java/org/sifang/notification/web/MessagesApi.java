package org.sifang.notification.web;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.sifang.kernel.ItemPage;
import org.sifang.notification.Inbox;
import org.sifang.notification.InboxMessage;
import org.sifang.organization.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own messages, for machines. */
@RestController
@RequestMapping("/api/v1/messages")
class MessagesApi {

    private static final int MOST = 200;
    private static final int LAST_PAGE = 1_000_000;

    private final Inbox inbox;
    private final Clock clock;

    MessagesApi(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Unread ones first, then the newest first. */
    @GetMapping
    ItemPage<InboxMessage> list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor asker,
            Locale locale) {
        return inbox.list(
                asker.username(),
                unread,
                Math.min(Math.max(0, page), LAST_PAGE),
                Math.min(Math.max(1, size), MOST),
                locale);
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id, Actor asker) {
        inbox.open(asker.username(), id, clock.instant());
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(Actor asker) {
        inbox.readAll(asker.username(), clock.instant());
    }
}
