package org.sifang.organization;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for an organisation: user names of active officers. The deputy steps in when the responsible person was
 * deactivated and is then no longer named as deputy.
 */
public record Responsibility(
        @Nullable String responsible, @Nullable String deputy) {

    public static final Responsibility NOBODY = new Responsibility(null, null);

    /** Who answers when one of the two goes: his successor, else the other. */
    Responsibility without(String username, @Nullable String successor) {
        if (username.equals(responsible)) {
            return successor == null || successor.equals(deputy)
                    ? new Responsibility(deputy, null)
                    : new Responsibility(successor, deputy);
        }
        if (username.equals(deputy)) {
            return new Responsibility(
                    responsible, successor == null || successor.equals(responsible) ? null : successor);
        }
        return this;
    }
}
