package org.sifang.isolation;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of follow-ups, whose days are over whether or not anybody called. */
@Service
public class FollowUps {

    private final CaseSteps steps;
    private final PersonCaseFlow flow;

    FollowUps(CaseSteps steps, PersonCaseFlow flow) {
        this.steps = steps;
        this.flow = flow;
    }

    /** Closes the cases that are followed up; some hundred at a time do well. */
    @Transactional
    public void end(Collection<UUID> cases, Instant now) {
        flow.followUpEnded(steps.close(cases, null, Actor.SYSTEM, now));
    }
}
