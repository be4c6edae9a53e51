package org.sifang.engine;

import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.springframework.stereotype.Component;

/** FEEL conditions of forms, judged by the engine's own FEEL. */
@Component
public class Feel {

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

    /** Whether the condition (with or without its leading {@code =}) holds; false also when it cannot be judged. */
    public boolean holds(String condition, Map<String, Object> values) {
        String expression = condition.startsWith("=") ? condition.substring(1) : condition;
        return Boolean.TRUE.equals(
                feel.evaluateExpression(expression, Map.copyOf(values)).result());
    }
}
