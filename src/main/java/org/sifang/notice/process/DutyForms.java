package org.sifang.notice.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.organization.Actor;
import org.sifang.organization.Officers;
import org.sifang.worklist.TaskForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of {@code duty} show and say. */
@Configuration(proxyBeanMethods = false)
class DutyForms {

    @Bean
    TaskForm receiveDuty(Duties duties, Officers officers, DutyDesk desk) {
        return new ReceiveForm(duties, officers, desk);
    }

    @Bean
    TaskForm compileReport(Duties duties, DutyDesk desk) {
        return new WorkForm("compile-report", duties, desk);
    }

    @Bean
    TaskForm inspectSector(Duties duties, DutyDesk desk) {
        return new WorkForm("inspect-sector", duties, desk);
    }

    @Bean
    TaskForm checkSelf(Duties duties, DutyDesk desk) {
        return new WorkForm("check-self", duties, desk);
    }

    @Bean
    TaskForm takeInventory(Duties duties, DutyDesk desk) {
        return new WorkForm("take-inventory", duties, desk);
    }

    @Bean
    TaskForm holdDrill(Duties duties, DutyDesk desk) {
        return new WorkForm("hold-drill", duties, desk);
    }

    @Bean
    TaskForm fileDocument(Duties duties, DutyDesk desk) {
        return new WorkForm("file-document", duties, desk);
    }

    @Bean
    TaskForm confirmDuty(Duties duties, DutyDesk desk) {
        return new WorkForm("confirm-duty", duties, desk);
    }

    @Bean
    TaskForm signOffDuty(DutyDesk desk) {
        return new DecisionForm(
                "sign-off-duty",
                (duty, values, by) -> desk.signOff(
                        duty, "SIGN".equals(values.get("decision")), NoticeForms.text(values, "remark"), by));
    }

    @Bean
    TaskForm judgeDuty(DutyDesk desk) {
        return new DecisionForm("judge-duty", (duty, values, by) -> {
            if ("ACCEPT".equals(values.get("decision"))) {
                desk.accept(duty, by);
            } else {
                desk.giveBack(duty, Objects.requireNonNullElse(NoticeForms.text(values, "reason"), ""), by);
            }
        });
    }

    /** Receipt: names who answers for the duty, out of those who work there. */
    private record ReceiveForm(Duties duties, Officers officers, DutyDesk desk) implements TaskForm {

        @Override
        public String form() {
            return "receive-duty";
        }

        @Override
        public Map<String, Object> open(UUID subject, Actor reader) {
            Duty duty = duties.require(subject);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put(
                    "officers",
                    officers.inOrganization(duty.organization()).stream()
                            .map(officer -> Map.of("label", officer.name(), "value", officer.username()))
                            .toList());
            putIfKnown(values, "responsible", duty.responsible());
            putIfKnown(values, "deputy", duty.deputy());
            return values;
        }

        @Override
        public void submit(UUID subject, Map<String, Object> values, Actor by, Instant now) {
            desk.receive(subject, NoticeForms.text(values, "responsible"), NoticeForms.text(values, "deputy"), by);
        }

        private static void putIfKnown(Map<String, Object> values, String key, @Nullable String value) {
            if (value != null) {
                values.put(key, value);
            }
        }
    }

    /** The work of one kind; what it says is kept until the chief has signed. */
    private record WorkForm(String form, Duties duties, DutyDesk desk) implements TaskForm {

        @Override
        public JsonNode schema(UUID subject, JsonNode file) {
            return desk.form(duties.require(subject), file);
        }

        @Override
        public Map<String, Object> open(UUID subject, Actor reader) {
            return desk.open(duties.require(subject), reader);
        }

        @Override
        public void submit(UUID subject, Map<String, Object> values, Actor by, Instant now) {
            desk.prepare(subject, values, by);
        }
    }

    /** What is done with the values of a decision. */
    @FunctionalInterface
    private interface Decision {
        void take(UUID duty, Map<String, Object> values, Actor by);
    }

    /** A decision about the duty; opens empty. */
    private record DecisionForm(String form, Decision decision) implements TaskForm {

        @Override
        public Map<String, Object> open(UUID subject, Actor reader) {
            return Map.of();
        }

        @Override
        public void submit(UUID subject, Map<String, Object> values, Actor by, Instant now) {
            decision.take(subject, values, by);
        }
    }
}
