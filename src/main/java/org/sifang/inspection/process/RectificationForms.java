package org.sifang.inspection.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.RectificationDesk;
import org.sifang.organization.Actor;
import org.sifang.worklist.TaskForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of {@code rectification} show and say. */
@Configuration(proxyBeanMethods = false)
class RectificationForms {

    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Clock clock;

    RectificationForms(Clock clock) {
        this.clock = clock;
    }

    /** Values that the form's schema has found in order. */
    private record Filled(Map<String, Object> values, ZoneId zone) {

        String text(String key) {
            return Objects.requireNonNull(values.get(key)).toString().strip();
        }

        /** With an offset, or without one as the wall clock of the house. */
        @Nullable
        Instant moment(String key) {
            Object value = values.get(key);
            if (value == null) {
                return null;
            }
            try {
                return OffsetDateTime.parse(value.toString()).toInstant();
            } catch (DateTimeParseException withoutOffset) {
                return LocalDateTime.parse(value.toString()).atZone(zone).toInstant();
            }
        }
    }

    /** What is done with the values of a form. */
    @FunctionalInterface
    private interface Step {
        void take(UUID finding, Filled values, Actor by, Instant now);
    }

    private record StepForm(String form, ZoneId zone, Function<UUID, Map<String, Object>> opening, Step step)
            implements TaskForm {

        @Override
        public Map<String, Object> open(UUID subject, Actor reader) {
            return opening.apply(subject);
        }

        @Override
        public void submit(UUID subject, Map<String, Object> values, Actor by, Instant now) {
            step.take(subject, new Filled(values, zone), by, now);
        }
    }

    @Bean
    TaskForm rectificationOrder(RectificationDesk desk) {
        return new StepForm(
                "order-rectification",
                clock.getZone(),
                id -> Map.of("dueAt", proposed(desk.proposedDeadline(id, clock.instant()))),
                (id, values, by, now) -> desk.order(
                        id, Objects.requireNonNull(values.moment("dueAt")), values.text("instruction"), by, now));
    }

    /** The full hour. */
    private String proposed(Instant deadline) {
        return WALL_CLOCK.format(deadline.atZone(clock.getZone()).plusHours(1).truncatedTo(ChronoUnit.HOURS));
    }

    @Bean
    TaskForm submitEvidence(RectificationDesk desk) {
        return new StepForm(
                "submit-evidence",
                clock.getZone(),
                id -> Map.of(),
                (id, values, by, now) -> desk.submitEvidence(id, values.text("evidence"), by, now));
    }

    @Bean
    TaskForm nameRechecker(RectificationDesk desk) {
        return new StepForm(
                "name-rechecker",
                clock.getZone(),
                id -> Map.of(
                        "officers",
                        desk.recheckers(id).stream()
                                .map(one -> Map.of("label", one.name(), "value", one.username()))
                                .toList()),
                (id, values, by, now) -> desk.nameRechecker(id, values.text("rechecker"), by, now));
    }

    @Bean
    TaskForm recheckRectification(RectificationDesk desk) {
        return new StepForm(
                "recheck-rectification",
                clock.getZone(),
                id -> Map.of(),
                (id, values, by, now) -> desk.recheck(
                        id,
                        values.text("outcome").equals("MENDED"),
                        values.text("remark"),
                        values.moment("dueAt"),
                        by,
                        now));
    }
}
