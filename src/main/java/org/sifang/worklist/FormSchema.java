package org.sifang.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.engine.Feel;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;

/**
 * A form-js form as the server understands it: the same file that the browser shows is the rule that what it sends is
 * held against. Fields that are hidden by their condition, or only shown, are not taken from the sender.
 */
final class FormSchema {

    private static final Set<String> SHOWN_ONLY =
            Set.of("text", "html", "separator", "spacer", "image", "button", "table", "iframe", "documentPreview");
    private static final Set<String> NESTING = Set.of("group", "dynamiclist");

    private final JsonNode schema;
    private final Feel feel;
    private final List<Field> fields = new ArrayList<>();

    private record Field(JsonNode node, List<String> conditions) {

        String key() {
            return node.path("key").asText();
        }
    }

    FormSchema(JsonNode schema, Feel feel) {
        this.schema = schema;
        this.feel = feel;
        gather(schema.path("components"), List.of());
    }

    /** The file's content, for the browser. */
    JsonNode json() {
        return schema;
    }

    private void gather(JsonNode components, List<String> conditions) {
        for (JsonNode component : components) {
            List<String> own = new ArrayList<>(conditions);
            String hidden = component.path("conditional").path("hide").asText("");
            if (!hidden.isEmpty()) {
                own.add(hidden);
            }
            if (NESTING.contains(component.path("type").asText())) {
                gather(component.path("components"), own);
            } else if (component.hasNonNull("key")
                    && !SHOWN_ONLY.contains(component.path("type").asText())) {
                fields.add(new Field(component, own));
            }
        }
    }

    /**
     * What was sent, reduced to the fields that may be filled in.
     *
     * @param shown what the form showed when it opened, for conditions on values that are only shown
     * @throws FaultsException with one fault for every field that is not in order; the path is the field's key
     */
    Map<String, Object> take(Map<String, Object> sent, Map<String, Object> shown) {
        Map<String, Object> known = new LinkedHashMap<>(shown);
        for (Field field : fields) {
            if (!readOnly(field)) {
                known.put(field.key(), Optional.ofNullable(value(field, sent)).orElse(""));
            }
        }
        List<Fault> faults = new ArrayList<>();
        Map<String, Object> taken = new LinkedHashMap<>();
        for (Field field : fields) {
            if (readOnly(field) || field.conditions().stream().anyMatch(hide -> feel.holds(hide, known))) {
                continue;
            }
            Object value = value(field, sent);
            FieldRules.check(field.node(), value).ifPresent(faults::add);
            if (value != null) {
                taken.put(field.key(), value);
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        return taken;
    }

    private static boolean readOnly(Field field) {
        return field.node().path("readonly").asBoolean(false)
                || field.node().path("disabled").asBoolean(false);
    }

    /** Brings what a browser or an API client sends to the field's type; what does not fit stays as it is. */
    private static @Nullable Object value(Field field, Map<String, Object> sent) {
        Object raw = sent.get(field.key());
        if (raw instanceof String text) {
            String stripped = text.strip();
            return switch (field.node().path("type").asText()) {
                case "checkbox" -> Set.of("true", "on", "1").contains(stripped);
                case "number" -> stripped.isEmpty() ? null : FieldRules.number(stripped);
                default -> stripped.isEmpty() ? null : stripped;
            };
        }
        if (raw == null && field.node().path("type").asText().equals("checkbox")) {
            return false;
        }
        return raw;
    }
}
