package org.sifang.screening;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Uploaded sheets are kept only as long as somebody may want their rejected rows: they hold the data of people, also of
 * those who were never registered.
 */
@Component
class SheetRetention {

    private static final Logger log = LoggerFactory.getLogger(SheetRetention.class);

    private final SheetStore store;
    private final Clock clock;
    private final Duration kept;

    SheetRetention(SheetStore store, Clock clock, @Value("${sifang.screening.keep-sheets:P30D}") Duration kept) {
        this.store = store;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT6H")
    void forget() {
        int parts = store.forget(clock.instant().minus(kept));
        if (parts > 0) {
            log.info("{} parts of uploaded sheets were deleted at the end of their retention", parts);
        }
    }
}
