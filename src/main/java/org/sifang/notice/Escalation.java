package org.sifang.notice;

import java.util.Set;
import org.sifang.notification.Message.Channel;

/**
 * What the table {@code escalation} says of one action towards one kind of addressee.
 *
 * @param document document that goes with it; {@code NONE} when there is none
 */
public record Escalation(Set<Recipient> recipients, Set<Channel> channels, String document) {

    /** To whom a rung speaks. */
    public enum Recipient {
        RESPONSIBLE,
        DEPUTY,
        LEADER,
        /** The issuer's leaders; told once a rung, with the number. */
        ISSUER_LEADER,
        ISSUER_OFFICER
    }

    public Escalation {
        recipients = Set.copyOf(recipients);
        channels = Set.copyOf(channels);
    }
}
