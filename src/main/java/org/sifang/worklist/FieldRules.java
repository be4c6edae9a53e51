package org.sifang.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;

/** The rules of one form-js field, as its documentation gives them. */
final class FieldRules {

    private static final int LONGEST_TEXT = 10_000;
    /** Whole numbers up to here are the same in a browser, in JSON and here. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(9_007_199_254_740_991L);

    private FieldRules() {}

    static Optional<Fault> check(JsonNode field, @Nullable Object value) {
        String key = field.path("key").asText();
        String label = field.path("label").asText(key);
        JsonNode rules = field.path("validate");
        if (value == null || Boolean.FALSE.equals(value) || value instanceof Collection<?> chosen && chosen.isEmpty()) {
            return rules.path("required").asBoolean(false)
                    ? Optional.of(Fault.at(key, "fault.form.required", label))
                    : Optional.empty();
        }
        return switch (field.path("type").asText()) {
            case "number" -> number(key, label, field, value);
            case "checkbox" ->
                value instanceof Boolean ? Optional.empty() : Optional.of(Fault.at(key, "fault.form.type", label));
            case "select", "radio" -> choice(key, label, field, List.of(value));
            case "checklist", "taglist" ->
                value instanceof Collection<?> chosen
                        ? choice(key, label, field, chosen)
                        : Optional.of(Fault.at(key, "fault.form.type", label));
            case "datetime" -> moment(key, label, field, value);
            default -> text(key, label, rules, value);
        };
    }

    static Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notOne) {
            return text;
        }
    }

    private static Optional<Fault> number(String key, String label, JsonNode field, Object value) {
        if (!(value instanceof Number given)) {
            return Optional.of(Fault.at(key, "fault.form.number", label));
        }
        BigDecimal number = new BigDecimal(given.toString());
        if (number.abs().compareTo(LARGEST) > 0) {
            return Optional.of(Fault.at(key, "fault.form.number", label));
        }
        JsonNode rules = field.path("validate");
        int digits = field.path("decimalDigits").asInt(Integer.MAX_VALUE);
        if (number.stripTrailingZeros().scale() > digits) {
            return Optional.of(Fault.at(key, "fault.form.digits", label, digits));
        }
        if (rules.hasNonNull("min") && number.compareTo(rules.get("min").decimalValue()) < 0) {
            return Optional.of(
                    Fault.at(key, "fault.form.min", label, rules.get("min").asText()));
        }
        if (rules.hasNonNull("max") && number.compareTo(rules.get("max").decimalValue()) > 0) {
            return Optional.of(
                    Fault.at(key, "fault.form.max", label, rules.get("max").asText()));
        }
        return Optional.empty();
    }

    private static Optional<Fault> choice(String key, String label, JsonNode field, Collection<?> chosen) {
        List<String> offered = StreamSupport.stream(field.path("values").spliterator(), false)
                .map(option -> option.path("value").asText())
                .toList();
        return offered.isEmpty() || chosen.stream().allMatch(one -> offered.contains(String.valueOf(one)))
                ? Optional.empty()
                : Optional.of(Fault.at(key, "fault.form.choice", label));
    }

    private static Optional<Fault> moment(String key, String label, JsonNode field, Object value) {
        String text = value.toString();
        try {
            switch (field.path("subtype").asText("date")) {
                case "time" -> LocalTime.parse(text);
                case "datetime" -> parseDateTime(text);
                default -> LocalDate.parse(text);
            }
            return Optional.empty();
        } catch (DateTimeParseException notOne) {
            return Optional.of(Fault.at(key, "fault.form.moment", label));
        }
    }

    /** With an offset, or without one as the wall clock of the house. */
    private static void parseDateTime(String text) {
        try {
            OffsetDateTime.parse(text);
        } catch (DateTimeParseException withoutOffset) {
            LocalDateTime.parse(text);
        }
    }

    private static Optional<Fault> text(String key, String label, JsonNode rules, Object value) {
        if (!(value instanceof String text)) {
            return Optional.of(Fault.at(key, "fault.form.type", label));
        }
        int length = text.codePointCount(0, text.length());
        if (rules.hasNonNull("minLength") && length < rules.get("minLength").asInt()) {
            return Optional.of(Fault.at(
                    key, "fault.form.minLength", label, rules.get("minLength").asInt()));
        }
        int longest = rules.path("maxLength").asInt(LONGEST_TEXT);
        if (length > longest) {
            return Optional.of(Fault.at(key, "fault.form.maxLength", label, longest, length));
        }
        if (rules.hasNonNull("pattern")
                && !Pattern.compile(rules.get("pattern").asText()).matcher(text).find()) {
            return Optional.of(Fault.at(key, "fault.form.pattern", label));
        }
        return Optional.empty();
    }
}
