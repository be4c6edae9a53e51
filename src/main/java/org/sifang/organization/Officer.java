package org.sifang.organization;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works with Sifang: a person, or a service account.
 *
 * @param organization code of the organisation he works in
 */
public record Officer(
        String username,
        String name,
        String organization,
        Set<Role> roles,
        boolean active,
        @Nullable String email) {

    public Officer {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }
}
