package org.sifang.organization;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for an organisation: user names of active officers. The deputy steps in when the responsible person was
 * deactivated and is then no longer named as deputy.
 */
public record Responsibility(
        @Nullable String responsible, @Nullable String deputy) {

    public static final Responsibility NOBODY = new Responsibility(null, null);
}
