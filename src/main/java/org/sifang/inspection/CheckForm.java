package org.sifang.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Checklist.Item;
import org.sifang.notice.Duty;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A checklist as a form that an organisation fills in about itself: for each item an answer with its evidence, or with
 * what is missing; or an amount, and what is done when that is not enough. The words are in Chinese, as those of every form are.
 */
@Component
class CheckForm {

    static final String EVIDENCE = "Evidence";
    static final String GAP = "Gap";

    private static final int LONGEST_NOTE = 500;
    private static final int LARGEST = 10_000_000;
    private static final Pattern DASH = Pattern.compile("[-_]+(.)?");

    private final MessageSource messages;

    CheckForm(MessageSource messages) {
        this.messages = messages;
    }

    /** The file's own words first and its own fields last; between them the items under their headings. */
    JsonNode of(Checklist list, JsonNode file) {
        ObjectNode form = file.deepCopy();
        ArrayNode components = form.putArray("components");
        file.path("components").forEach(own -> {
            if (own.path("type").asText().equals("text")) {
                components.add(own);
            }
        });
        for (Checklist.Section section : list.sections()) {
            String heading = list.sections().indexOf(section) + 1 + "";
            components.add(component("text", "Text_section" + heading).put("text", "### " + section.name()));
            section.items().forEach(item -> item(item, components));
        }
        file.path("components").forEach(own -> {
            if (!own.path("type").asText().equals("text")) {
                components.add(own);
            }
        });
        return form;
    }

    private void item(Item item, ArrayNode components) {
        String key = key(item);
        if (item.counted()) {
            counted(item, key, components);
            return;
        }
        ObjectNode radio = field("radio", key, item.text());
        radio.put("description", item.look());
        require(radio);
        ArrayNode values = radio.putArray("values");
        for (SelfAnswer answer : SelfAnswer.values()) {
            values.addObject().put("label", words("check.answer." + answer)).put("value", answer.name());
        }
        components.add(radio);
        components.add(require(note(key + EVIDENCE, words("check.evidence", item.text()))
                .put("description", words("check.evidence.hint"))));
    }

    private void counted(Item item, String key, ArrayNode components) {
        ObjectNode number = field("number", key, words("check.amount", item.text(), unit(item)));
        Integer minimum = item.minimum();
        number.put(
                "description",
                minimum == null ? item.look() : words("check.minimum", item.look(), minimum.toString(), unit(item)));
        number.put("decimalDigits", 0);
        require(number).withObjectProperty("validate").put("min", 0).put("max", LARGEST);
        components.add(number);
        if (minimum != null) {
            ObjectNode gap = note(key + GAP, words("check.gap", item.text()));
            gap.putObject("conditional")
                    .put("hide", "=%1$s = null or %1$s = \"\" or %1$s >= %2$d".formatted(key, minimum));
            components.add(gap);
        }
    }

    /** What was filled in, item by item; an item that the form did not ask about is missing. */
    List<CheckAnswer> read(Checklist list, Map<String, Object> values, Duty duty, String by, Instant now) {
        List<CheckAnswer> answers = new ArrayList<>();
        for (Item item : list.items()) {
            Object value = values.get(key(item));
            if (value == null) {
                continue;
            }
            BigDecimal amount = item.counted() ? new BigDecimal(value.toString()) : null;
            SelfAnswer answer = amount == null
                    ? SelfAnswer.valueOf(value.toString())
                    : enough(amount, item.minimum()) ? SelfAnswer.YES : SelfAnswer.NO;
            answers.add(new CheckAnswer(
                    duty.id(),
                    duty.submissions() + 1,
                    duty.notice(),
                    duty.organization(),
                    list.code(),
                    item.code(),
                    answers.size() + 1,
                    item.text(),
                    item.severity(),
                    answer,
                    amount,
                    item.unit(),
                    item.minimum(),
                    noteOf(item, values),
                    by,
                    now));
        }
        return answers;
    }

    /** In words, what a finding made of this answer says. */
    String description(CheckAnswer answer) {
        String note = Objects.requireNonNullElse(answer.note(), "");
        BigDecimal amount = answer.amount();
        if (amount == null || answer.unit() == null) {
            return words("check.found", note);
        }
        return words(
                "check.found.amount",
                amount.toPlainString(),
                words("check.unit." + answer.unit()),
                String.valueOf(answer.minimum()),
                note);
    }

    private static boolean enough(BigDecimal amount, @Nullable Integer minimum) {
        return minimum == null || amount.compareTo(BigDecimal.valueOf(minimum)) >= 0;
    }

    private static @Nullable String noteOf(Item item, Map<String, Object> values) {
        Object note = values.get(key(item) + (item.counted() ? GAP : EVIDENCE));
        return note == null || note.toString().isBlank()
                ? null
                : note.toString().strip();
    }

    /** guide-held → guideHeld, since a dash is a minus in a condition. */
    static String key(Item item) {
        return DASH.matcher(item.code())
                .replaceAll(part -> part.group(1) == null ? "" : part.group(1).toUpperCase(Locale.ROOT));
    }

    private String unit(Item item) {
        return words("check.unit." + item.unit());
    }

    private static ObjectNode note(String key, String label) {
        ObjectNode area = field("textarea", key, label);
        area.putObject("validate").put("maxLength", LONGEST_NOTE);
        return area;
    }

    private static ObjectNode require(ObjectNode field) {
        field.withObjectProperty("validate").put("required", true);
        return field;
    }

    private static ObjectNode field(String type, String key, String label) {
        return component(type, "Field_" + key).put("key", key).put("label", label);
    }

    private static ObjectNode component(String type, String id) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("id", id);
    }

    private String words(String key, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, Locale.SIMPLIFIED_CHINESE));
    }
}
