package org.sifang.organization;

import java.util.List;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;

/**
 * Somebody signed in, with what he may do and see at this moment; read anew for every request.
 *
 * @param organization code of the organisation he works in
 * @param groups the work lists he shares: {@code <organisation code>/<role>}, also those of people he substitutes
 * @param substitutes user names of those he substitutes today
 */
public record Actor(
        String username,
        String name,
        String organization,
        Set<Role> roles,
        Scope scope,
        List<String> groups,
        Set<String> substitutes) {

    /** Who acts when no person does: timers and jobs. */
    public static final String SYSTEM = "system";

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isOneOf(Role... some) {
        for (Role role : some) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** @throws AccessDeniedException when he has none of these roles */
    public void require(Role... some) {
        if (!isOneOf(some)) {
            throw new AccessDeniedException("None of the roles needed");
        }
    }
}
