package org.sifang;

import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends the application with the process that started it. {@code mvn spring-boot:run} asks for it: Maven killed with
 * {@code kill -9} would leave the application behind, with the port and the data folder in its hands.
 */
@NullMarked
@Component
@ConditionalOnProperty("sifang.end-with-parent")
class ParentWatch {

    private static final Logger log = LoggerFactory.getLogger(ParentWatch.class);

    @EventListener(ApplicationStartedEvent.class)
    void watch() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> parent.onExit().thenRun(() -> {
                    log.info("Process {}, which started this application, has ended", parent.pid());
                    System.exit(0);
                }));
    }
}
