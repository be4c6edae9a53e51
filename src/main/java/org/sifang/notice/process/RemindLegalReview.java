package org.sifang.notice.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.notice.ReviewKind;
import org.sifang.notice.ReviewReminder;
import org.springframework.stereotype.Component;

/** Reminds the department whose legal review is overdue. */
@Component
class RemindLegalReview implements JavaDelegate {

    private final ReviewReminder reminder;

    RemindLegalReview(ReviewReminder reminder) {
        this.reminder = reminder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        reminder.remind(id, ReviewKind.LEGAL);
    }
}
