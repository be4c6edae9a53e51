package org.sifang.worklist.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A form-js form as plain HTML, for browsers that run no script or have not loaded it yet: the same file, the same
 * fields, sent to the same address. Conditions and tables of the form need the script; the server judges alike.
 */
record PlainForm(List<Part> parts) {

    private static final Set<String> MANY = Set.of("checklist", "taglist");
    private static final Set<String> WORDS = Set.of("text", "html");
    private static final Set<String> FIELDS = Set.of(
            "textfield", "textarea", "number", "checkbox", "checklist", "taglist", "radio", "select", "datetime");
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final int MINUTES = "2020-10-12T18:00".length();

    /**
     * A field, or words between fields.
     *
     * @param kind {@code words}, {@code heading}, {@code text}, {@code area}, {@code number}, {@code check}, {@code many},
     *     {@code radio}, {@code select}, {@code date}, {@code time} or {@code datetime-local}
     * @param values what it holds; several only for {@code many}
     */
    record Part(
            String kind,
            String key,
            String label,
            @Nullable String description,
            boolean required,
            boolean readOnly,
            List<Option> options,
            List<String> values) {

        public String value() {
            return values.isEmpty() ? "" : values.get(0);
        }
    }

    record Option(String value, String label) {}

    static PlainForm of(JsonNode schema, Map<String, ?> data) {
        List<Part> parts = new ArrayList<>();
        gather(schema.path("components"), data, parts);
        return new PlainForm(List.copyOf(parts));
    }

    /** What a plain form sends, as the values a script would send. */
    static Map<String, Object> values(JsonNode schema, MultiValueMap<String, String> sent) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Part part : of(schema, Map.of()).parts()) {
            List<String> given = sent.getOrDefault(part.key(), List.of());
            if (part.kind().equals("many")) {
                values.put(part.key(), given);
            } else if (!part.key().isEmpty() && !given.isEmpty()) {
                values.put(part.key(), given.get(0));
            }
        }
        return values;
    }

    private static void gather(JsonNode components, Map<String, ?> data, List<Part> parts) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (WORDS.contains(type)) {
                parts.add(words(
                        "words",
                        filled(
                                component
                                        .path(type.equals("html") ? "content" : "text")
                                        .asText(),
                                data)));
            } else if (FIELDS.contains(type)) {
                parts.add(field(component, type, data));
            } else {
                if (component.hasNonNull("components") && component.hasNonNull("label")) {
                    parts.add(words("heading", component.path("label").asText()));
                }
                gather(component.path("components"), data, parts);
            }
        }
    }

    private static Part words(String kind, String text) {
        return new Part(kind, "", text, null, false, true, List.of(), List.of());
    }

    private static Part field(JsonNode field, String type, Map<String, ?> data) {
        String key = field.path("key").asText();
        String kind = kind(type, field.path("subtype").asText("date"));
        String label = field.path("label").asText(field.path("dateLabel").asText(key));
        Object value = data.get(key);
        return new Part(
                kind,
                key,
                label,
                field.path("description").asText(null),
                field.path("validate").path("required").asBoolean(false),
                field.path("readonly").asBoolean(false)
                        || field.path("disabled").asBoolean(false),
                options(field, data),
                value == null ? List.of() : texts(value, kind));
    }

    private static String kind(String type, String subtype) {
        return switch (type) {
            case "textarea" -> "area";
            case "number" -> "number";
            case "checkbox" -> "check";
            case "radio" -> "radio";
            case "select" -> "select";
            case "datetime" -> subtype.equals("datetime") ? "datetime-local" : subtype;
            default -> MANY.contains(type) ? "many" : "text";
        };
    }

    /** Options stand in the form, or come with the data under the form's {@code valuesKey}. */
    private static List<Option> options(JsonNode field, Map<String, ?> data) {
        if (data.get(field.path("valuesKey").asText()) instanceof Collection<?> given) {
            return given.stream().map(PlainForm::option).toList();
        }
        return StreamSupport.stream(field.path("values").spliterator(), false)
                .map(one ->
                        new Option(one.path("value").asText(), one.path("label").asText()))
                .toList();
    }

    private static Option option(Object given) {
        if (given instanceof Map<?, ?> pair) {
            return new Option(String.valueOf(pair.get("value")), String.valueOf(pair.get("label")));
        }
        return new Option(given.toString(), given.toString());
    }

    private static List<String> texts(Object value, String kind) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        String text = value.toString();
        boolean offset = kind.equals("datetime-local") && text.length() > MINUTES;
        return List.of(offset ? text.substring(0, MINUTES) : text);
    }

    /** Words with their places filled in, without the marks that only form-js understands. */
    private static String filled(String text, Map<String, ?> data) {
        Matcher places = PLACE.matcher(text);
        return places.replaceAll(place -> {
                    Object value = data.get(place.group(1));
                    return Matcher.quoteReplacement(value == null ? "" : value.toString());
                })
                .replaceAll("<[^>]*>|^#+ |[*_]{2}", "");
    }
}
