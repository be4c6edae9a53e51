package org.sifang.isolation;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Printed papers are kept only until they are on paper: they can be printed again as long as the case is there. */
@Component
class PaperRetention {

    private static final Logger log = LoggerFactory.getLogger(PaperRetention.class);

    private final PaperStore store;
    private final Clock clock;
    private final Duration kept;

    PaperRetention(PaperStore store, Clock clock, @Value("${sifang.isolation.keep-papers:P7D}") Duration kept) {
        this.store = store;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(initialDelayString = "PT6M", fixedDelayString = "PT6H")
    void forget() {
        int jobs = store.forget(clock.instant().minus(kept), clock.instant());
        if (jobs > 0) {
            log.info("The papers of {} orders were deleted at the end of their retention", jobs);
        }
    }
}
