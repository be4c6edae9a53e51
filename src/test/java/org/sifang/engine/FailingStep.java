package org.sifang.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/** A step that fails as long as something is wrong. */
public class FailingStep implements JavaDelegate {

    public static final AtomicReference<@Nullable RuntimeException> WRONG = new AtomicReference<>();
    public static final AtomicInteger RUNS = new AtomicInteger();

    @Override
    public void execute(DelegateExecution execution) {
        RUNS.incrementAndGet();
        RuntimeException wrong = WRONG.get();
        if (wrong != null) {
            throw wrong;
        }
    }
}
