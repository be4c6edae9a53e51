package org.sifang.labtest.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.labtest.LabDesk;
import org.sifang.labtest.LabTest;
import org.sifang.labtest.LabTests;
import org.sifang.labtest.Sampling;
import org.sifang.labtest.Sampling.Sample;
import org.sifang.labtest.Source;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.screening.FoundCases;
import org.sifang.worklist.TaskForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of {@code lab-test} show and say. */
@Configuration(proxyBeanMethods = false)
class LabTestForms {

    @Bean
    TaskForm takeSample(LabTests tests, FoundCases cases, Sampling sampling, Clock clock) {
        return new SampleForm(tests, cases, sampling, clock);
    }

    @Bean
    TaskForm receiveSample(Sampling sampling, Clock clock) {
        return new ReceiptForm(sampling, clock);
    }

    @Bean
    TaskForm recordResult(LabDesk desk, Clock clock) {
        return new ResultForm(desk, clock);
    }

    private record SampleForm(LabTests tests, FoundCases cases, Sampling sampling, Clock clock) implements TaskForm {

        @Override
        public String form() {
            return "take-sample";
        }

        @Override
        public Map<String, Object> open(UUID subject, Actor reader) {
            LabTest test = tests.require(subject);
            List<Organization> near =
                    tests.laboratories(cases.find(test.caseId()).orElseThrow(() -> new NotFoundException("case")));
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("sampledAt", local(clock));
            values.put(
                    "laboratories",
                    near.stream()
                            .map(one -> Map.of("label", one.name(), "value", one.code()))
                            .toList());
            if (!near.isEmpty()) {
                values.put("laboratory", near.get(0).code());
            }
            values.put("paidBy", test.exemption() == null ? test.paidBy().name() : "EXEMPT");
            return values;
        }

        @Override
        public void submit(UUID subject, Map<String, Object> values, Actor by, Instant now) {
            boolean exempt = Boolean.TRUE.equals(values.get("exempt"));
            sampling.take(
                    subject,
                    new Sample(
                            moment("sampledAt", values, clock.getZone()),
                            text(values, "laboratory"),
                            text(values, "sample"),
                            Boolean.TRUE.equals(values.get("pooled")),
                            exempt ? text(values, "exemptReason") : null),
                    by,
                    now);
        }
    }

    private record ReceiptForm(Sampling sampling, Clock clock) implements TaskForm {

        @Override
        public String form() {
            return "receive-sample";
        }

        @Override
        public Map<String, Object> open(UUID subject, Actor reader) {
            return Map.of("deliveredAt", local(clock));
        }

        @Override
        public void submit(UUID subject, Map<String, Object> values, Actor by, Instant now) {
            sampling.receive(List.of(subject), moment("deliveredAt", values, clock.getZone()), by, now);
        }
    }

    private record ResultForm(LabDesk desk, Clock clock) implements TaskForm {

        @Override
        public String form() {
            return "record-result";
        }

        @Override
        public Map<String, Object> open(UUID subject, Actor reader) {
            return Map.of("testedAt", local(clock));
        }

        @Override
        public void submit(UUID subject, Map<String, Object> values, Actor by, Instant now) {
            desk.record(
                    List.of(subject),
                    TestResult.valueOf(text(values, "result")),
                    moment("testedAt", values, clock.getZone()),
                    by,
                    Source.TASK,
                    now);
        }
    }

    /** Now, as a form's field has it: the wall clock of the house, to the minute. */
    private static String local(Clock clock) {
        return LocalDateTime.ofInstant(clock.instant(), clock.getZone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static String text(Map<String, Object> values, String key) {
        @Nullable Object value = values.get(key);
        return value == null ? "" : value.toString();
    }

    /** With an offset, or as the wall clock of the house. */
    private static Instant moment(String key, Map<String, Object> values, ZoneId zone) {
        String text = text(values, key);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            try {
                return LocalDateTime.parse(text).atZone(zone).toInstant();
            } catch (DateTimeParseException neither) {
                throw new FaultsException(Fault.at(key, "fault.labtest.moment"));
            }
        }
    }
}
