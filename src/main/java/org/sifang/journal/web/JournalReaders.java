package org.sifang.journal.web;

import java.util.Set;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.springframework.security.access.AccessDeniedException;

/** Who may look things up in the journal; what he finds there, his scope decides. */
final class JournalReaders {

    static final Set<Role> ROLES =
            Set.of(Role.OFFICER, Role.LEADER, Role.SUPERVISOR, Role.DISCIPLINE, Role.ADMIN, Role.SERVICE);

    private JournalReaders() {}

    static void admit(Actor actor) {
        if (!actor.isOneOf(ROLES.toArray(Role[]::new))) {
            throw new AccessDeniedException("Not a reader of the journal");
        }
    }
}
