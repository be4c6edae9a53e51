package org.sifang.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * Typed name of a process variable. The engine holds ids, instants and decisions, so there are three kinds and no way
 * to put an object, JSON or personal data into one.
 */
public final class ProcessVariable<T> {

    private final String name;
    private final Class<?> stored;

    private ProcessVariable(String name, Class<?> stored) {
        this.name = name;
        this.stored = stored;
    }

    /** An instant; the engine keeps it as a date of millisecond precision. */
    public static ProcessVariable<Instant> instant(String name) {
        return new ProcessVariable<>(name, Date.class);
    }

    /** The outcome of a step, asked by a gateway. */
    public static ProcessVariable<Boolean> decision(String name) {
        return new ProcessVariable<>(name, Boolean.class);
    }

    /** A name of a fixed set, asked by a gateway. */
    public static ProcessVariable<String> word(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    public String name() {
        return name;
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, store(value));
    }

    /** For the start of an instance or the completion of a task. */
    public Map<String, Object> with(T value) {
        return Map.of(name, store(value));
    }

    /** For the start of an instance: asked by a gateway on the way to the first wait, and not kept. */
    public Map<String, Object> passing(T value) {
        if (store(value) instanceof String word) {
            return Map.of(name, Variables.stringValue(word, true));
        }
        throw new IllegalArgumentException("Variable " + name + " is no word");
    }

    /** The engine's date of an instant: never before it, so that a timer finds its instant reached. */
    public static Date dateOf(Instant instant) {
        return Date.from(instant.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS));
    }

    private Object store(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return dateOf(instant);
        }
        if (!stored.isInstance(value)) {
            throw new IllegalArgumentException("Variable " + name + " does not take this value");
        }
        return value;
    }
}
