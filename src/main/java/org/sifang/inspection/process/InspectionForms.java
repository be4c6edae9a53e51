package org.sifang.inspection.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Draw;
import org.sifang.inspection.Draws;
import org.sifang.inspection.InspectionDesk;
import org.sifang.inspection.Inspections;
import org.sifang.inspection.Visit;
import org.sifang.inspection.VisitDesk;
import org.sifang.inspection.VisitState;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.worklist.TaskForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of {@code inspection} show and say. */
@Configuration(proxyBeanMethods = false)
class InspectionForms {

    private final ZoneId zone;

    InspectionForms(Clock clock) {
        this.zone = clock.getZone();
    }

    /** What is done with the values of a form. */
    @FunctionalInterface
    private interface Step {
        void take(UUID inspection, Map<String, Object> values, Actor by, Instant now);
    }

    private record StepForm(String form, Function<UUID, Map<String, Object>> opening, Step step) implements TaskForm {

        @Override
        public Map<String, Object> open(UUID subject, Actor reader) {
            return opening.apply(subject);
        }

        @Override
        public void submit(UUID subject, Map<String, Object> values, Actor by, Instant now) {
            step.take(subject, values, by, now);
        }
    }

    @Bean
    TaskForm confirmDraw(InspectionDesk desk, Draws draws, Wording wording) {
        return new StepForm("confirm-draw", id -> drawn(id, draws, wording), (id, values, by, now) -> {
            if ("AGAIN".equals(values.get("decision"))) {
                desk.drawAgain(id, text(values, "reason"), number(values, "size"), by, now);
            } else {
                desk.confirmDraw(id, by, now);
            }
        });
    }

    private static Map<String, Object> drawn(UUID id, Draws draws, Wording wording) {
        List<Draw> all = draws.of(id);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("drawn", all.isEmpty() ? "尚未抽取" : words(all.get(0), wording));
        return values;
    }

    private static String words(Draw draw, Wording wording) {
        List<String> lines = draw.result().stream()
                .map(visit -> wording.organizationName(visit.organization()) + "："
                        + String.join(
                                "、",
                                visit.inspectors().stream()
                                        .map(wording::officerName)
                                        .toList()))
                .toList();
        return String.join("；", lines);
    }

    @Bean
    TaskForm makeVisits(VisitDesk desk, Inspections inspections) {
        return new StepForm(
                "make-visits",
                id -> {
                    List<Visit> visits = inspections.visits(id);
                    long open = visits.stream().filter(Visit::open).count();
                    return Map.of("progress", "已完成 %d 家，尚有 %d 家".formatted(visits.size() - open, open));
                },
                (id, values, by, now) -> desk.endVisits(id, text(values, "reason"), by, now));
    }

    @Bean
    TaskForm confirmFindings(InspectionDesk desk, Inspections inspections, Wording wording) {
        return new StepForm("confirm-findings", id -> findings(id, inspections, wording), (id, values, by, now) -> {
            if ("RETURN".equals(values.get("decision"))) {
                desk.sendBack(id, ids(values.get("visits")), text(values, "remark"), moment(values, "dueAt"), by, now);
            } else {
                desk.confirm(id, text(values, "remark"), by, now);
            }
        });
    }

    private static Map<String, Object> findings(UUID id, Inspections inspections, Wording wording) {
        List<Visit> made = inspections.visits(id).stream()
                .filter(visit -> visit.state() == VisitState.DONE)
                .toList();
        Map<UUID, Integer> problems = inspections.problems(made);
        return Map.of(
                "visitOptions",
                made.stream()
                        .map(visit -> Map.of(
                                "label",
                                "%s：%s 分，问题 %d 项"
                                        .formatted(
                                                wording.organizationName(visit.organization()),
                                                visit.score() == null
                                                        ? "—"
                                                        : visit.score().toPlainString(),
                                                problems.getOrDefault(visit.id(), 0)),
                                "value",
                                visit.id().toString()))
                        .toList());
    }

    private static List<UUID> ids(@Nullable Object chosen) {
        return chosen instanceof Collection<?> many
                ? many.stream().map(String::valueOf).map(UUID::fromString).toList()
                : List.of();
    }

    private static @Nullable String text(Map<String, Object> values, String key) {
        Object value = values.get(key);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    private static @Nullable Integer number(Map<String, Object> values, String key) {
        String text = text(values, key);
        return text == null ? null : (int) Double.parseDouble(text);
    }

    /** With an offset, or without one as the wall clock of the house. */
    private @Nullable Instant moment(Map<String, Object> values, String key) {
        String text = text(values, key);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        }
    }
}
