package org.sifang.notice;

import org.sifang.organization.Actor;

/**
 * What an officer may do to a duty as it stands, for pages that show only what would be done.
 *
 * @param receive take it on for the addressee
 * @param judge accept what was handed in, or give it back
 * @param extend move its deadline
 * @param waive spare the addressee
 */
public record DutyPowers(boolean receive, boolean judge, boolean extend, boolean waive) {

    public static DutyPowers of(Duty duty, Actor actor) {
        boolean judges = NoticeAuthority.mayJudge(actor, duty);
        return new DutyPowers(
                duty.state() == DutyState.SENT && NoticeAuthority.mayAnswer(actor, duty),
                duty.state() == DutyState.SUBMITTED && judges,
                duty.owed() && judges,
                !duty.closed() && judges);
    }

    public boolean any() {
        return receive || judge || extend || waive;
    }
}
