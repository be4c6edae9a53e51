package org.sifang.accountability.process;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.accountability.CaseCourse;
import org.springframework.stereotype.Component;

/** Compiles and seals what the journal knows about the failure. */
@Component
class CompileFactFile implements JavaDelegate {

    private final CaseCourse course;
    private final Clock clock;

    CompileFactFile(CaseCourse course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        course.compileFactFile(id, clock.instant());
    }
}
