package org.sifang.notification.web;

import org.sifang.notification.Inbox;
import org.sifang.organization.Actor;
import org.sifang.organization.NavigationEntry;
import org.springframework.stereotype.Component;

/** The way to the messages, in the top bar of every page, with the number of unread ones. */
@Component
class MessagesEntryPoint implements NavigationEntry {

    private final Inbox inbox;

    MessagesEntryPoint(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public String id() {
        return "messages";
    }

    @Override
    public String href() {
        return "/messages";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public long count(Actor actor) {
        return inbox.unread(actor.username());
    }

    @Override
    public boolean inTopBar() {
        return true;
    }
}
