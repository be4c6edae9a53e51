package org.sifang.inspection;

import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Role;
import org.springframework.security.access.AccessDeniedException;

/** Who may do what with an inspection. */
public final class InspectionPowers {

    private InspectionPowers() {}

    /** Commands and departments inspect. */
    public static boolean mayPlan(Actor actor, Organization own) {
        boolean inspects = own.kind() == OrganizationKind.COMMAND || own.kind() == OrganizationKind.DEPARTMENT;
        return inspects && actor.isOneOf(Role.OFFICER, Role.LEADER, Role.INSPECTOR);
    }

    /** Draws, confirms the draw and calls it off. */
    public static boolean mayArrange(Inspection inspection, Actor actor) {
        return belongs(actor, inspection.organization(), Role.OFFICER)
                || belongs(actor, inspection.organization(), Role.LEADER);
    }

    public static boolean mayConfirm(Inspection inspection, Actor actor) {
        return belongs(actor, inspection.organization(), Role.LEADER);
    }

    /** Only its inspectors fill in a visit. */
    public static boolean mayVisit(Visit visit, Actor actor) {
        return visit.inspectors().contains(actor.username()) && actor.is(Role.INSPECTOR);
    }

    static void require(boolean allowed) {
        if (!allowed) {
            throw new AccessDeniedException("Not within this officer's powers");
        }
    }

    private static boolean belongs(Actor actor, String organization, Role role) {
        return actor.groups().contains(organization + "/" + role);
    }
}
