package org.sifang.labtest;

import java.time.Clock;
import org.sifang.screening.PeopleFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Gives results that came too early to whom they are of, as soon as the person, the test or the tube is known. */
@Component
class LateMatches {

    private final Incoming incoming;
    private final Clock clock;

    LateMatches(Incoming incoming, Clock clock) {
        this.incoming = incoming;
        this.clock = clock;
    }

    @TransactionalEventListener
    void found(PeopleFound found) {
        incoming.lookUpUnknown(clock.instant());
    }

    @TransactionalEventListener
    void sampled(TubeNamed tube) {
        incoming.lookUp(tube.laboratory(), tube.number(), clock.instant());
    }

    /** Behind the commit: only then do the models wait for the results. */
    @TransactionalEventListener
    void ordered(TestsOrdered ordered) {
        incoming.lookUp(ordered.people(), clock.instant());
    }
}
