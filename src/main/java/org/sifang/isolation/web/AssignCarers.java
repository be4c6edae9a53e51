package org.sifang.isolation.web;

import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.sifang.screening.CaseBulkAction;
import org.springframework.stereotype.Component;

/** Naming who looks after the ticked people, offered above the list. */
@Component
class AssignCarers implements CaseBulkAction {

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String id() {
        return "care";
    }

    @Override
    public String path() {
        return "/cases/care";
    }

    @Override
    public boolean takesAll() {
        return false;
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.OFFICER, Role.LEADER, Role.SERVICE);
    }
}
