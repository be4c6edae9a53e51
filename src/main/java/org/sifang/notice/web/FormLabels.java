package org.sifang.notice.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.notice.ObligationKind;
import org.sifang.notice.web.DutySheet.Answer;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What was handed in, in the words of the form it was filled in on: labels of fields, labels of choices. */
@Component
class FormLabels {

    private static final Map<ObligationKind, String> FORMS = Map.of(
            ObligationKind.INSPECTION, "inspect-sector",
            ObligationKind.SELF_CHECK, "check-self",
            ObligationKind.INVENTORY, "take-inventory",
            ObligationKind.DRILL, "hold-drill",
            ObligationKind.DOCUMENT, "file-document",
            ObligationKind.CONFIRM, "confirm-duty");

    private final ObjectMapper json;
    private final MessageSource messages;
    private final DutyDesk desk;
    private final Map<String, JsonNode> forms = new ConcurrentHashMap<>();

    FormLabels(ObjectMapper json, DutyDesk desk, MessageSource messages) {
        this.json = json;
        this.desk = desk;
        this.messages = messages;
    }

    private record Field(String label, Map<String, String> choices) {}

    /** In the order of the form; what the form does not know comes last, under its own name. */
    List<Answer> answers(Duty duty, Map<String, Object> content, Locale locale) {
        String form = FORMS.get(duty.kind());
        Map<String, Field> fields =
                form == null ? Map.of() : fields(desk.form(duty, forms.computeIfAbsent(form, this::read)));
        List<Answer> answers = new ArrayList<>();
        fields.forEach((key, field) -> {
            if (content.get(key) != null) {
                answers.add(new Answer(field.label(), words(content.get(key), field.choices(), locale)));
            }
        });
        content.forEach((key, value) -> {
            if (!fields.containsKey(key)) {
                String label = messages.getMessage("duty.submission." + key, null, key, locale);
                answers.add(new Answer(label == null ? key : label, words(value, Map.of(), locale)));
            }
        });
        return answers;
    }

    private String words(@Nullable Object value, Map<String, String> choices, Locale locale) {
        if (value instanceof Boolean yes) {
            return messages.getMessage(yes ? "duty.submission.yes" : "duty.submission.no", null, locale);
        }
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .map(one -> words(one, choices, locale))
                    .collect(Collectors.joining(messages.getMessage("notice.fanout.and", null, locale)));
        }
        String text = String.valueOf(value);
        return choices.getOrDefault(text, text);
    }

    private JsonNode read(String form) {
        try (InputStream in = new ClassPathResource("forms/" + form + ".form").getInputStream()) {
            return json.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Form " + form + " cannot be read", unreadable);
        }
    }

    private static Map<String, Field> fields(JsonNode schema) {
        Map<String, Field> fields = new LinkedHashMap<>();
        gather(schema.path("components"), fields);
        return fields;
    }

    private static void gather(JsonNode components, Map<String, Field> fields) {
        for (JsonNode component : components) {
            gather(component.path("components"), fields);
            if (component.hasNonNull("key")) {
                Map<String, String> choices = new LinkedHashMap<>();
                component
                        .path("values")
                        .forEach(choice -> choices.put(
                                choice.path("value").asText(),
                                choice.path("label").asText()));
                String key = component.path("key").asText();
                fields.put(key, new Field(component.path("label").asText(key), choices));
            }
        }
    }
}
