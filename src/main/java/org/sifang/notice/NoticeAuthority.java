package org.sifang.notice;

import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.springframework.security.access.AccessDeniedException;

/** Who may do what to a notice and its duties, beyond seeing them. */
final class NoticeAuthority {

    private NoticeAuthority() {}

    /** Writes for the issuer: one of its officers or leaders, or its service account. */
    static void prepares(Actor actor, String issuer) {
        require(mayPrepare(actor, issuer));
    }

    static boolean mayPrepare(Actor actor, String issuer) {
        return belongs(actor, issuer, Role.OFFICER) || leads(actor, issuer);
    }

    /** Decides for the issuer: one of its leaders, or its service account. */
    static void decides(Actor actor, String issuer) {
        require(mayDecide(actor, issuer));
    }

    static boolean mayDecide(Actor actor, String issuer) {
        return leads(actor, issuer);
    }

    /** Reviews: somebody of the group the review's task waits for. */
    static void reviews(Actor actor, String department) {
        require(belongs(actor, department, Role.OFFICER) || leads(actor, department));
    }

    /** Works for the addressee; a service account of a command also for those below it. */
    static void answers(Actor actor, Duty duty) {
        require(mayAnswer(actor, duty));
    }

    static boolean mayAnswer(Actor actor, Duty duty) {
        return belongs(actor, duty.organization(), Role.OFFICER)
                || belongs(actor, duty.organization(), Role.LEADER)
                || belongs(actor, duty.organization(), Role.COMMUNITY)
                || actor.is(Role.SERVICE) && actor.scope().covers(duty.organization(), duty.division(), duty.sector());
    }

    /** Signs off for the addressee. */
    static void signsOff(Actor actor, Duty duty) {
        require(belongs(actor, duty.organization(), Role.LEADER)
                || actor.is(Role.SERVICE) && actor.scope().covers(duty.organization(), duty.division(), duty.sector()));
    }

    /** Judges what was handed in. */
    static void judges(Actor actor, Duty duty) {
        require(mayJudge(actor, duty));
    }

    static boolean mayJudge(Actor actor, Duty duty) {
        return belongs(actor, duty.issuer(), Role.OFFICER) || leads(actor, duty.issuer());
    }

    private static boolean leads(Actor actor, String organization) {
        return belongs(actor, organization, Role.LEADER) || belongs(actor, organization, Role.SERVICE);
    }

    private static boolean belongs(Actor actor, String organization, Role role) {
        return actor.groups().contains(organization + "/" + role);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new AccessDeniedException("Not within this officer's powers");
        }
    }
}
