package org.sifang.isolation;

import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.springframework.security.access.AccessDeniedException;

/**
 * Who sees the checks of a person, and who answers them: her community, who registered her, and the command of her county;
 * the levels above look on.
 */
final class CheckPowers {

    private static final Role[] ANSWERING = {Role.COMMUNITY, Role.OFFICER, Role.LEADER, Role.SERVICE};

    private CheckPowers() {}

    /** Whose people are meant. */
    record Owner(
            String organization,
            DivisionCode division,
            @Nullable String sector,
            String carer) {

        static Owner of(DailyCheck check) {
            return new Owner(check.organization(), check.division(), check.sector(), check.carer());
        }

        static Owner of(FollowUpVisit visit) {
            return new Owner(visit.organization(), visit.division(), visit.sector(), visit.carer());
        }
    }

    static boolean sees(Actor actor, Owner owner) {
        return owner.carer().equals(actor.organization())
                || actor.scope().covers(owner.organization(), owner.division(), owner.sector());
    }

    static boolean answers(Actor actor, Owner owner) {
        if (!actor.isOneOf(ANSWERING) || !sees(actor, owner)) {
            return false;
        }
        return actor.is(Role.SERVICE)
                || worksFor(actor, owner.carer())
                || worksFor(actor, owner.organization())
                || worksFor(actor, owner.division().county().value());
    }

    /** @throws AccessDeniedException when he only looks on */
    static void requireAnswer(Actor actor, Owner owner) {
        if (!answers(actor, owner)) {
            throw new AccessDeniedException("Others look after this person");
        }
    }

    /** Also as a substitute. */
    private static boolean worksFor(Actor actor, String organization) {
        for (Role role : ANSWERING) {
            if (actor.groups().contains(organization + "/" + role)) {
                return true;
            }
        }
        return false;
    }
}
