package org.sifang.emergency.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.sifang.emergency.EmergencyDesk;
import org.sifang.emergency.SiteDesk;
import org.sifang.organization.Actor;
import org.sifang.worklist.TaskForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of {@code emergency-response} show and say. */
@Configuration(proxyBeanMethods = false)
class EmergencyForms {

    private final ZoneId zone;

    EmergencyForms(Clock clock) {
        this.zone = clock.getZone();
    }

    /** What is done with the values of a form. */
    @FunctionalInterface
    private interface Step {
        void take(UUID emergency, FormValues values, Actor by, Instant now);
    }

    private record StepForm(String form, ZoneId zone, Function<UUID, Map<String, Object>> opening, Step step)
            implements TaskForm {

        @Override
        public Map<String, Object> open(UUID subject, Actor reader) {
            return opening.apply(subject);
        }

        @Override
        public void submit(UUID subject, Map<String, Object> values, Actor by, Instant now) {
            step.take(subject, new FormValues(values, zone), by, now);
        }
    }

    private TaskForm empty(String form, Step step) {
        return new StepForm(form, zone, subject -> Map.of(), step);
    }

    @Bean
    TaskForm reportPositive(EmergencyDesk desk) {
        return empty(
                "report-positive",
                (id, values, by, now) -> desk.report(
                        id,
                        values.text("reportNumber"),
                        values.moment("reportedAt"),
                        values.optional("remark"),
                        by,
                        now));
    }

    @Bean
    TaskForm arrangeTransfer(EmergencyDesk desk) {
        Function<UUID, Map<String, Object>> hospitals = id -> Map.of(
                "hospitals",
                desk.hospitals(id).stream()
                        .map(one -> Map.of("label", one.name(), "value", one.code()))
                        .toList());
        return new StepForm(
                "arrange-transfer",
                zone,
                hospitals,
                (id, values, by, now) -> desk.depart(
                        id,
                        values.text("hospital"),
                        values.moment("departedAt"),
                        values.text("vehicle"),
                        values.optional("remark"),
                        by,
                        now));
    }

    @Bean
    TaskForm receivePatient(EmergencyDesk desk) {
        return empty(
                "receive-patient",
                (id, values, by, now) -> desk.handOver(
                        id, values.moment("arrivedAt"), values.text("handedTo"), values.optional("remark"), by, now));
    }

    @Bean
    TaskForm traceContacts(EmergencyDesk desk) {
        return empty(
                "trace-contacts",
                (id, values, by, now) -> desk.traced(
                        id,
                        values.says("outcome", "NOBODY") ? values.text("basis") : null,
                        values.optional("remark"),
                        by,
                        now));
    }

    @Bean
    TaskForm informUnit(EmergencyDesk desk) {
        return empty("inform-unit", (id, values, by, now) -> {
            if (values.says("outcome", "NONE")) {
                desk.noUnit(id, values.text("basis"), by, now);
            } else {
                desk.informUnit(
                        id,
                        values.text("unit"),
                        values.text("channel"),
                        values.text("toRole"),
                        values.moment("informedAt"),
                        by,
                        now);
            }
        });
    }

    @Bean
    TaskForm closeSites(SiteDesk desk) {
        return empty("close-sites", (id, values, by, now) -> {
            if (values.says("outcome", "NOTHING")) {
                desk.noSites(id, values.text("basis"), by, now);
            } else {
                desk.closeSites(id, values.text("sites"), values.moment("closedAt"), by, now);
            }
        });
    }

    @Bean
    TaskForm disinfectSites(SiteDesk desk) {
        return empty(
                "disinfect-sites",
                (id, values, by, now) -> desk.disinfect(
                        id,
                        values.text("disinfectedBy"),
                        values.moment("disinfectedAt"),
                        values.optional("remark"),
                        by,
                        now));
    }

    @Bean
    TaskForm reopenSites(SiteDesk desk) {
        return empty(
                "reopen-sites",
                (id, values, by, now) -> desk.judgeReopening(
                        id,
                        values.says("outcome", "REOPEN") ? values.moment("reopenedAt") : null,
                        values.text("basis"),
                        by,
                        now));
    }
}
