package org.sifang.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.engine.Feel;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;

/** The server holds what was sent against the same file that the browser shows. */
class FormSchemaTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORT = """
            {"type": "default", "components": [
              {"type": "text", "text": "## 填写说明"},
              {"type": "textfield", "key": "place", "label": "地点", "validate": {"required": true, "maxLength": 4}},
              {"type": "number", "key": "found", "label": "排查人数", "decimalDigits": 0,
               "validate": {"required": true, "min": 0, "max": 100}},
              {"type": "datetime", "subtype": "date", "key": "day", "label": "日期", "validate": {"required": true}},
              {"type": "radio", "key": "result", "label": "结果", "validate": {"required": true},
               "values": [{"label": "有", "value": "SOME"}, {"label": "无", "value": "NONE"}]},
              {"type": "group", "label": "说明", "conditional": {"hide": "=result != \\"SOME\\""}, "components": [
                {"type": "textarea", "key": "details", "label": "详情", "validate": {"required": true}}]},
              {"type": "textfield", "key": "shown", "label": "已知", "readonly": true, "validate": {"required": true}},
              {"type": "textfield", "key": "stopped", "label": "停用", "disabled": true},
              {"type": "checkbox", "key": "sure", "label": "属实", "validate": {"required": true}}]}
            """;

    private final FormSchema report = new FormSchema(json(REPORT), new Feel());

    @Test
    void whatIsInOrderIsTakenWithItsTypes() {
        assertThat(report.take(good(), Map.of()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "place", "通辽",
                        "found", new BigDecimal("14"),
                        "day", "2020-10-15",
                        "result", "SOME",
                        "details", "两户",
                        "sure", true));
    }

    @Test
    void everyFaultIsSaidAtOnceAtItsFieldInTheFormsOrder() {
        Map<String, Object> bad = Map.of("place", "科尔沁左翼", "found", "12.5", "day", "10月15日", "result", "MAYBE");
        assertThat(faults(bad))
                .containsExactly(
                        Fault.at("place", "fault.form.maxLength", "地点", 4, 5),
                        Fault.at("found", "fault.form.digits", "排查人数", 0),
                        Fault.at("day", "fault.form.moment", "日期"),
                        Fault.at("result", "fault.form.choice", "结果"),
                        Fault.at("sure", "fault.form.required", "属实"));
    }

    @Test
    void anEmptyFormLacksWhateverIsRequiredAndNothingThatIsHidden() {
        assertThat(faults(Map.of())).extracting(Fault::path).containsExactly("place", "found", "day", "result", "sure");
        assertThat(faults(Map.of("result", "SOME"))).extracting(Fault::path).contains("details");
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("place", null);
        nothing.put("found", "  ");
        assertThat(faults(nothing)).extracting(Fault::path).contains("place", "found");
    }

    @Test
    void whatIsHiddenShownOnlyOrUnknownIsNotTakenFromTheSender() {
        Map<String, Object> sent = new HashMap<>(good());
        sent.put("result", "NONE");
        sent.put("details", "不该有");
        sent.put("shown", "改了");
        sent.put("stopped", "改了");
        sent.put("state", "ACCEPTED");
        assertThat(report.take(sent, Map.of("shown", "原来")))
                .containsOnlyKeys("place", "found", "day", "result", "sure");
    }

    @Test
    void aConditionMayAskForWhatIsOnlyShown() {
        FormSchema schema = new FormSchema(json("""
                {"components": [
                  {"type": "textfield", "key": "kind", "label": "类别", "readonly": true},
                  {"type": "textfield", "key": "why", "label": "原因", "validate": {"required": true},
                   "conditional": {"hide": "=kind = \\"STOCK\\""}}]}"""), new Feel());
        assertThat(schema.take(Map.of("kind", "DAILY"), Map.of("kind", "STOCK")))
                .isEmpty();
        assertThat(catchThrowableOfType(
                                FaultsException.class,
                                () -> schema.take(Map.of("kind", "STOCK"), Map.of("kind", "DAILY")))
                        .faults())
                .extracting(Fault::path)
                .containsExactly("why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "7.0", "1e1", "１２"})
    void numbers(String typed) {
        assertThat(check("number", "\"decimalDigits\": 0, \"validate\": {\"min\": 0, \"max\": 100}", typed))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, fault.form.min",
        "100.5, fault.form.digits",
        "101, fault.form.max",
        "十四, fault.form.number",
        "1 000, fault.form.number",
        "NaN, fault.form.number",
        "1e999999999, fault.form.number",
        "1e-999999999, fault.form.digits"
    })
    void noNumbers(String typed, String fault) {
        assertThat(check("number", "\"decimalDigits\": 0, \"validate\": {\"min\": 0, \"max\": 100}", typed))
                .contains(fault);
    }

    @Test
    void aNumberIsANumberInJsonTooAndNoText() {
        assertThat(check("number", "\"decimalDigits\": 1", 36.6)).isEmpty();
        assertThat(check("number", "\"decimalDigits\": 1", 36.65)).contains("fault.form.digits");
        assertThat(check("number", "\"validate\": {}", true)).contains("fault.form.number");
        assertThat(check("number", "\"validate\": {}", List.of(1))).contains("fault.form.number");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "date, 2020-10-15, -",
                "date, 2020-02-30, fault.form.moment",
                "date, 2020-10-15T08:00, fault.form.moment",
                "time, 08:30, -",
                "time, 24:30, fault.form.moment",
                "datetime, 2020-10-15T08:30, -",
                "datetime, 2020-10-15T08:30+08:00, -",
                "datetime, 2020-10-15 08:30, fault.form.moment"
            })
    void moments(String subtype, String typed, @Nullable String fault) {
        assertThat(check("datetime", "\"subtype\": \"" + subtype + "\"", typed)).isEqualTo(Optional.ofNullable(fault));
    }

    @Test
    void aChoiceIsOneOfThoseOfferedAndAListOfChoicesEachOfThem() {
        String offered = "\"values\": [{\"label\": \"甲\", \"value\": \"A\"}, {\"label\": \"乙\", \"value\": \"B\"}]";
        assertThat(check("select", offered, "B")).isEmpty();
        assertThat(check("select", offered, "C")).contains("fault.form.choice");
        assertThat(check("checklist", offered, List.of("A", "B"))).isEmpty();
        assertThat(check("checklist", offered, List.of("A", "C"))).contains("fault.form.choice");
        assertThat(check("taglist", offered, "A")).contains("fault.form.type");
        assertThat(check("checklist", offered + ", \"validate\": {\"required\": true}", List.of()))
                .contains("fault.form.required");
        assertThat(check("select", "\"valuesKey\": \"officers\"", "whoever"))
                .as("offered by whoever opens the form, who also judges it")
                .isEmpty();
    }

    @Test
    void textIsTextWithinItsLengthAndPattern() {
        String rules = "\"validate\": {\"minLength\": 2, \"maxLength\": 4, \"pattern\": \"^[A-Z𠮷]+$\"}";
        assertThat(check("textfield", rules, "AB")).isEmpty();
        assertThat(check("textfield", rules, "𠮷𠮷𠮷𠮷"))
                .as("a rare character is one")
                .isEmpty();
        assertThat(check("textfield", rules, "A")).contains("fault.form.minLength");
        assertThat(check("textfield", rules, "ABCDE")).contains("fault.form.maxLength");
        assertThat(check("textfield", rules, "ab")).contains("fault.form.pattern");
        assertThat(check("textarea", rules, Map.of("a", 1))).contains("fault.form.type");
        assertThat(check("textarea", "\"validate\": {}", "字".repeat(10_000))).isEmpty();
        assertThat(check("textarea", "\"validate\": {}", "字".repeat(10_001))).contains("fault.form.maxLength");
    }

    @Test
    void aBoxIsTickedOrNot() {
        assertThat(check("checkbox", "\"validate\": {\"required\": true}", true))
                .isEmpty();
        assertThat(check("checkbox", "\"validate\": {\"required\": true}", "on"))
                .isEmpty();
        assertThat(check("checkbox", "\"validate\": {\"required\": true}", "false"))
                .contains("fault.form.required");
        assertThat(check("checkbox", "\"validate\": {}", 1)).contains("fault.form.type");
    }

    private static Map<String, Object> good() {
        return Map.of(
                "place", " 通辽 ",
                "found", "14",
                "day", "2020-10-15",
                "result", "SOME",
                "details", "两户",
                "sure", "on");
    }

    private List<Fault> faults(Map<String, Object> sent) {
        return catchThrowableOfType(FaultsException.class, () -> report.take(sent, Map.of()))
                .faults();
    }

    /** The code of the fault of one field of that type. */
    private static Optional<String> check(String type, String rest, Object value) {
        FormSchema schema = new FormSchema(
                json("{\"components\": [{\"type\": \"" + type + "\", \"key\": \"it\", \"label\": \"它\", " + rest
                        + "}]}"),
                new Feel());
        try {
            schema.take(Map.of("it", value), Map.of());
            return Optional.empty();
        } catch (FaultsException refused) {
            assertThat(refused.faults()).hasSize(1);
            return Optional.of(refused.faults().get(0).code());
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(Arrays.toString(text.split("\n")), broken);
        }
    }
}
