package org.sifang.screening.web;

import java.util.Set;
import org.sifang.organization.Actor;
import org.sifang.organization.NavigationEntry;
import org.sifang.organization.Role;
import org.sifang.screening.DeclarationState;
import org.sifang.screening.Declarations;
import org.springframework.stereotype.Component;

/** The way to the declarations, with how many contradict what is registered. */
@Component
class DeclarationsEntry implements NavigationEntry {

    private final Declarations declarations;

    DeclarationsEntry(Declarations declarations) {
        this.declarations = declarations;
    }

    @Override
    public String id() {
        return "declarations";
    }

    @Override
    public String href() {
        return "/declarations";
    }

    @Override
    public int order() {
        return 42;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OFFICER, Role.LEADER, Role.COMMUNITY);
    }

    @Override
    public long count(Actor actor) {
        return declarations.count(null, DeclarationState.CONFLICTING, actor);
    }
}
