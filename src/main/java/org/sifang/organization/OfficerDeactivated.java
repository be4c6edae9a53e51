package org.sifang.organization;

import org.jspecify.annotations.Nullable;

/**
 * Published in the transaction that deactivates: whoever holds open work for this officer moves it now.
 *
 * @param organization code of the organisation he worked in
 * @param successor user name of the one who takes over; null: back to the group, or to the organisation's responsible
 *     person
 */
public record OfficerDeactivated(
        String username, String organization, @Nullable String successor) {}
