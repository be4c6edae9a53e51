package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles the forms: each belongs to a task, and every field can be read and answered. */
class FormsTests {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Set<String> WITHOUT_LABEL = Set.of("text", "html", "separator", "spacer", "image");
    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");

    static List<Path> forms() {
        return ProcessModels.files(ProcessModels.FORMS, ".form");
    }

    @Test
    void everyFormBelongsToAKindOfTask() {
        Set<String> used = ProcessModels.models().stream()
                .flatMap(model -> model.all(UserTask.class).stream())
                .map(UserTask::getCamundaFormRef)
                .collect(Collectors.toSet());
        assertThat(forms()).extracting(ProcessModels::nameOf).allMatch(used::contains, "is used by a task");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsNamedAfterItsFile(Path form) throws IOException {
        JsonNode schema = read(form);
        assertThat(schema.path("id").asText()).isEqualTo(ProcessModels.nameOf(form));
        assertThat(schema.path("type").asText()).isEqualTo("default");
        assertThat(schema.path("components")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyKeyAndIdIsThereOnce(Path form) throws IOException {
        Set<String> keys = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode component : components(read(form))) {
            assertThat(ids.add(component.path("id").asText()))
                    .as("id of %s", component)
                    .isTrue();
            assertThat(component.path("id").asText()).doesNotMatch("(Field|Text)_(?=[a-z]*[0-9])[0-9a-z]{7}");
            if (component.hasNonNull("key")) {
                assertThat(keys.add(component.get("key").asText()))
                        .as("key of %s", component)
                        .isTrue();
                assertThat(component.get("key").asText()).matches("[a-z][A-Za-z]*");
            }
        }
        assertThat(keys).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldSaysInChineseWhatIsAsked(Path form) throws IOException {
        for (JsonNode component : components(read(form))) {
            String type = component.path("type").asText();
            String words = WITHOUT_LABEL.contains(type) ? "text" : "label";
            if (!Set.of("separator", "spacer", "image").contains(type)) {
                assertThat(component.path(words).asText()).as("%s", component).containsPattern(CHINESE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aChoiceOffersSomething(Path form) throws IOException {
        for (JsonNode component : components(read(form))) {
            if (!CHOICES.contains(component.path("type").asText())) {
                continue;
            }
            JsonNode values = component.path("values");
            if (values.isEmpty()) {
                assertThat(component.path("valuesKey").asText())
                        .as("%s", component)
                        .isNotEmpty();
            }
            Set<String> offered = new HashSet<>();
            for (JsonNode value : values) {
                assertThat(value.path("label").asText()).containsPattern(CHINESE);
                assertThat(offered.add(value.path("value").asText())).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatPeopleWriteHasALimit(Path form) throws IOException {
        for (JsonNode component : components(read(form))) {
            if (Set.of("textarea", "textfield").contains(component.path("type").asText())) {
                assertThat(component.path("validate").path("maxLength").asInt())
                        .as("%s", component)
                        .isPositive();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aConditionAsksOnlyForFieldsOfTheForm(Path form) throws IOException {
        List<JsonNode> components = components(read(form));
        Set<String> keys = components.stream()
                .map(component -> component.path("key").asText())
                .collect(Collectors.toSet());
        for (JsonNode component : components) {
            String hide = component.path("conditional").path("hide").asText("");
            if (!hide.isEmpty()) {
                assertThat(hide).startsWith("=");
                assertThat(Pattern.compile("\"[^\"]*\"|\\b([a-z][A-Za-z]*)\\b")
                                .matcher(hide)
                                .results()
                                .map(hit -> hit.group(1))
                                .filter(word -> word != null)
                                .filter(word -> !Set.of("null", "and", "or", "not", "true", "false")
                                        .contains(word)))
                        .as(hide)
                        .isSubsetOf(keys);
            }
        }
    }

    private static JsonNode read(Path form) throws IOException {
        return new ObjectMapper().readTree(form.toFile());
    }

    private static List<JsonNode> components(JsonNode schema) {
        List<JsonNode> all = new ArrayList<>();
        schema.path("components").forEach(component -> {
            all.add(component);
            all.addAll(components(component));
        });
        return all;
    }
}
