package org.sifang.notice.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sifang.notice.ReviewKind;
import org.sifang.notice.ReviewReminder;
import org.springframework.stereotype.Component;

/** Reminds the department whose health review is overdue. */
@Component
class RemindHealthReview implements JavaDelegate {

    private final ReviewReminder reminder;

    RemindHealthReview(ReviewReminder reminder) {
        this.reminder = reminder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString(execution.getProcessBusinessKey());
        reminder.remind(id, ReviewKind.HEALTH);
    }
}
