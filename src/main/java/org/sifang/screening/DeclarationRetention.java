package org.sifang.screening;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What was written in a declaration is in the register, or was looked at; after a while it is forgotten. */
@Component
class DeclarationRetention {

    private static final Logger log = LoggerFactory.getLogger(DeclarationRetention.class);

    private final DeclarationRows rows;
    private final Clock clock;
    private final Duration kept;

    DeclarationRetention(DeclarationRows rows, Clock clock, @Value("${sifang.declaration.keep:P30D}") Duration kept) {
        this.rows = rows;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(initialDelayString = "PT6M", fixedDelayString = "PT6H")
    void forget() {
        int forgotten = rows.forget(clock.instant().minus(kept));
        if (forgotten > 0) {
            log.info("What was written in {} declarations was forgotten at the end of its retention", forgotten);
        }
    }
}
