package org.sifang.accountability.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sifang.accountability.AccountabilityCase;
import org.sifang.accountability.AccountabilityCases;
import org.sifang.accountability.AccountabilityDesk;
import org.sifang.accountability.AppealOutcome;
import org.sifang.accountability.Appeals;
import org.sifang.accountability.Harm;
import org.sifang.accountability.Hearings;
import org.sifang.accountability.MeasureKind;
import org.sifang.notice.BreachSeverity;
import org.sifang.organization.Actor;
import org.sifang.worklist.TaskForm;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** What the forms of {@code accountability} show and say. */
@Configuration(proxyBeanMethods = false)
class AccountabilityForms {

    private static final String NONE = AccountabilityVariables.NO_MEASURE;

    private final MessageSource messages;

    AccountabilityForms(MessageSource messages) {
        this.messages = messages;
    }

    /** What is done with the values of a form. */
    @FunctionalInterface
    private interface Step {
        void take(UUID id, FormValues values, Actor by, Instant now);
    }

    private record StepForm(String form, Function<UUID, Map<String, Object>> opening, Step step) implements TaskForm {

        @Override
        public Map<String, Object> open(UUID subject, Actor reader) {
            return opening.apply(subject);
        }

        @Override
        public void submit(UUID subject, Map<String, Object> values, Actor by, Instant now) {
            step.take(subject, new FormValues(values), by, now);
        }
    }

    @Bean
    TaskForm makeStatement(Hearings hearings) {
        return new StepForm("make-statement", id -> Map.of("outcome", "STATEMENT"), (id, values, by, now) -> {
            if (values.says("outcome", "WAIVED")) {
                hearings.waive(id, values.optional("remark"), by, now);
            } else {
                hearings.state(id, values.text("statement"), by, now);
            }
        });
    }

    @Bean
    TaskForm establishFacts(AccountabilityDesk desk) {
        return new StepForm(
                "establish-facts",
                id -> Map.of("severity", desk.severity(id).name(), "harm", Harm.NONE.name()),
                (id, values, by, now) -> desk.establish(
                        id,
                        values.word("severity", BreachSeverity.class),
                        values.word("harm", Harm.class),
                        values.text("finding"),
                        by,
                        now));
    }

    @Bean
    TaskForm decideCase(AccountabilityDesk desk, AccountabilityCases cases) {
        return new StepForm("decide-case", id -> proposal(cases.require(id)), (id, values, by, now) -> {
            MeasureKind measure = values.says("measure", NONE) ? null : values.word("measure", MeasureKind.class);
            desk.decide(id, measure, values.optional("reason"), by, now);
        });
    }

    private Map<String, Object> proposal(AccountabilityCase one) {
        Map<String, Object> values = new HashMap<>();
        List<Map<String, String>> choices = new ArrayList<>(measures(MeasureKind.of(one.group())));
        choices.add(Map.of("label", words("accountability.measure.NONE"), "value", NONE));
        values.put("measures", choices);
        MeasureKind proposed =
                one.assessment() == null ? null : one.assessment().proposed();
        if (proposed != null) {
            values.put("measure", proposed.name());
        }
        return values;
    }

    @Bean
    TaskForm confirmExecution(AccountabilityDesk desk) {
        return new StepForm(
                "confirm-execution",
                id -> Map.of(),
                (id, values, by, now) -> desk.execute(id, values.text("result"), by, now));
    }

    @Bean
    TaskForm decideAppeal(Appeals appeals, AccountabilityCases cases) {
        return new StepForm(
                "decide-appeal",
                id -> Map.of("measures", measures(milder(cases.require(id)))),
                (id, values, by, now) -> {
                    AppealOutcome outcome = values.word("outcome", AppealOutcome.class);
                    appeals.decide(id, outcome, changed(outcome, values), values.text("answer"), by, now);
                });
    }

    private static @Nullable MeasureKind changed(AppealOutcome outcome, FormValues values) {
        return outcome == AppealOutcome.CHANGED ? values.word("measure", MeasureKind.class) : null;
    }

    private static List<MeasureKind> milder(AccountabilityCase one) {
        return MeasureKind.of(one.group()).stream()
                .filter(measure -> measure.milderThan(one.measure()))
                .toList();
    }

    private List<Map<String, String>> measures(List<MeasureKind> some) {
        return some.stream()
                .map(measure -> Map.of("label", words("accountability.measure." + measure), "value", measure.name()))
                .toList();
    }

    private String words(String key) {
        Locale locale = LocaleContextHolder.getLocale();
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }
}
