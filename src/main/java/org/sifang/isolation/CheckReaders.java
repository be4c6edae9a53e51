package org.sifang.isolation;

import org.sifang.isolation.CheckPowers.Owner;
import org.sifang.organization.Actor;

/** Whether a reader of checks and visits may answer them, too. */
public final class CheckReaders {

    private CheckReaders() {}

    public static boolean answers(Actor reader, DailyCheck check) {
        return check.state() != DailyCheckState.VOID && CheckPowers.answers(reader, Owner.of(check));
    }

    public static boolean answers(Actor reader, FollowUpVisit visit) {
        return visit.open() && CheckPowers.answers(reader, Owner.of(visit));
    }
}
