package org.sifang.isolation.process;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.CaseDesk;
import org.sifang.isolation.DeliveryManner;
import org.sifang.isolation.IsolationWords;
import org.sifang.isolation.Isolations;
import org.sifang.organization.Actor;
import org.sifang.worklist.TaskForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of {@code person-case} show and say. */
@Configuration(proxyBeanMethods = false)
class CaseForms {

    @Bean
    TaskForm serveOrder(CaseDesk desk) {
        return new PaperForm("serve-order", desk::serveOrder);
    }

    @Bean
    TaskForm serveRelease(CaseDesk desk) {
        return new PaperForm("serve-release", desk::serveRelease);
    }

    @Bean
    TaskForm settleIsolation(CaseDesk desk, Isolations isolations, IsolationWords words) {
        return new SettleForm(desk, isolations, words);
    }

    private static @Nullable String text(Map<String, Object> values, String key) {
        Object value = values.get(key);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    /** What is done with a paper that was served. */
    @FunctionalInterface
    private interface Served {
        void take(UUID id, DeliveryManner how, @Nullable String remark, Actor by, Instant now);
    }

    private record PaperForm(String form, Served served) implements TaskForm {

        @Override
        public Map<String, Object> open(UUID subject, Actor reader) {
            return Map.of();
        }

        @Override
        public void submit(UUID subject, Map<String, Object> values, Actor by, Instant now) {
            served.take(
                    subject,
                    DeliveryManner.valueOf(String.valueOf(values.get("how"))),
                    text(values, "remark"),
                    by,
                    now);
        }
    }

    private record SettleForm(CaseDesk desk, Isolations isolations, IsolationWords words) implements TaskForm {

        @Override
        public String form() {
            return "settle-isolation";
        }

        @Override
        public Map<String, Object> open(UUID subject, Actor reader) {
            return Map.of("measure", words.measure(isolations.require(subject)));
        }

        @Override
        public void submit(UUID subject, Map<String, Object> values, Actor by, Instant now) {
            desk.settle(
                    subject,
                    new CaseDesk.Lodging(
                            "SUITABLE".equals(values.get("home")),
                            Boolean.TRUE.equals(values.get("supplies")),
                            text(values, "site"),
                            text(values, "bed")),
                    by,
                    now);
        }
    }
}
