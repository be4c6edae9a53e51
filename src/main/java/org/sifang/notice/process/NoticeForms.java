package org.sifang.notice.process;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.Notices;
import org.sifang.notice.ReviewKind;
import org.sifang.organization.Actor;
import org.sifang.worklist.TaskForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of {@code notice-issuance} show and say. */
@Configuration(proxyBeanMethods = false)
class NoticeForms {

    /** What is done with the values of a form that opens empty. */
    @FunctionalInterface
    private interface Step {
        void take(UUID subject, Map<String, Object> values, Actor by);
    }

    private record StepForm(String form, Step step) implements TaskForm {

        @Override
        public Map<String, Object> open(UUID subject, Actor reader) {
            return Map.of();
        }

        @Override
        public void submit(UUID subject, Map<String, Object> values, Actor by, Instant now) {
            step.take(subject, values, by);
        }
    }

    @Bean
    TaskForm draftNotice(NoticeDesk desk) {
        return new StepForm("draft-notice", (notice, values, by) -> desk.submitForReview(notice, by));
    }

    @Bean
    TaskForm reviewHealth(NoticeDesk desk) {
        return new StepForm(
                "review-health", (notice, values, by) -> review(desk, notice, ReviewKind.HEALTH, values, by));
    }

    @Bean
    TaskForm reviewLegal(NoticeDesk desk) {
        return new StepForm("review-legal", (notice, values, by) -> review(desk, notice, ReviewKind.LEGAL, values, by));
    }

    @Bean
    TaskForm signNotice(NoticeDesk desk, Notices notices) {
        Step step = (notice, values, by) -> desk.sign(
                notice, "SIGN".equals(values.get("decision")), text(values, "number"), text(values, "remark"), by);
        return new TaskForm() {
            @Override
            public String form() {
                return "sign-notice";
            }

            @Override
            public Map<String, Object> open(UUID subject, Actor reader) {
                return Map.of(
                        "number",
                        Objects.requireNonNullElse(notices.require(subject).number(), ""));
            }

            @Override
            public void submit(UUID subject, Map<String, Object> values, Actor by, Instant now) {
                step.take(subject, values, by);
            }
        };
    }

    private static void review(NoticeDesk desk, UUID notice, ReviewKind kind, Map<String, Object> values, Actor by) {
        desk.review(notice, kind, "APPROVED".equals(values.get("verdict")), text(values, "remark"), by);
    }

    static @Nullable String text(Map<String, Object> values, String key) {
        Object value = values.get(key);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
