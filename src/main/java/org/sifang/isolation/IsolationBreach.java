package org.sifang.isolation;

import java.time.Instant;
import java.util.UUID;
import org.sifang.kernel.Ids;
import org.sifang.notice.Breach;
import org.sifang.notice.PartyKind;

/** A person left her isolation without permission. */
record IsolationBreach(UUID id, UUID notice, UUID subject, Instant at) implements Breach {

    static IsolationBreach of(DailyCheck check, Instant now) {
        return new IsolationBreach(Ids.next(), check.notice(), check.caseId(), now);
    }

    @Override
    public PartyKind partyKind() {
        return PartyKind.INDIVIDUAL;
    }

    @Override
    public String party() {
        return subject.toString();
    }
}
