package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Expression;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.junit.jupiter.api.Test;
import org.sifang.ProcessModels.Model;

/** {@code src/docs/timers.md} is made from the models, and this test fails while it is not what they say. */
class TimerListTests {

    private static final Path KEPT = Path.of("src/docs/timers.md");
    private static final Path MADE = Path.of("target/docs/timers.md");

    private static final String HEAD = """
            # Timers

            Every timer of every model, made from the models by `TimerListTests`: after a change of a timer, run it and copy
            `target/docs/timers.md` here. A name in `${…}` is a variable that the step before sets from the notice's data.

            | model | element | name | kind | when | what for |
            |---|---|---|---|---|---|
            """;

    @Test
    void theListOfTimersIsWhatTheModelsSay() throws IOException {
        String list = list(ProcessModels.models());
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, list);
        assertThat(KEPT).exists();
        assertThat(Files.readString(KEPT))
                .as("%s is out of date: copy %s to it", KEPT, MADE)
                .isEqualTo(list);
    }

    static String list(List<Model> models) {
        StringBuilder text = new StringBuilder(HEAD);
        models.stream().flatMap(TimerListTests::rows).forEach(text::append);
        return text.toString();
    }

    private static Stream<String> rows(Model model) {
        return model.all(TimerEventDefinition.class).stream()
                .map(timer -> row(model, timer, (CatchEvent) timer.getParentElement()));
    }

    private static String row(Model model, TimerEventDefinition timer, CatchEvent event) {
        return "| `%s` | `%s` | %s | %s | `%s` | %s |\n"
                .formatted(
                        model.name(),
                        event.getId(),
                        event.getName(),
                        kind(event),
                        when(timer),
                        ProcessModels.documentation(event).orElse(""));
    }

    private static String kind(FlowElement event) {
        if (event instanceof BoundaryEvent boundary) {
            return (boundary.cancelActivity() ? "boundary, ends `%s`" : "boundary, beside `%s`")
                    .formatted(boundary.getAttachedTo().getId());
        }
        return event instanceof StartEvent ? "start" : "catch";
    }

    private static String when(TimerEventDefinition timer) {
        return Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                .filter(expression -> expression != null)
                .map(Expression::getTextContent)
                .map(String::strip)
                .findFirst()
                .orElseThrow();
    }
}
