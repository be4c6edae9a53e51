package org.sifang.accountability;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case with some of its parts replaced. */
final class CaseChange {

    private final AccountabilityCase from;
    private CaseState state;
    private @Nullable Instant notifiedAt;
    private @Nullable Instant statementDueAt;
    private @Nullable Hearing hearing;
    private @Nullable Assessment assessment;
    private @Nullable Ruling ruling;
    private @Nullable Execution execution;
    private @Nullable Appeal appeal;
    private @Nullable Instant closedAt;
    private @Nullable String closedBy;
    private @Nullable String closeReason;

    CaseChange(AccountabilityCase from) {
        this.from = from;
        this.state = from.state();
        this.notifiedAt = from.notifiedAt();
        this.statementDueAt = from.statementDueAt();
        this.hearing = from.hearing();
        this.assessment = from.assessment();
        this.ruling = from.ruling();
        this.execution = from.execution();
        this.appeal = from.appeal();
        this.closedAt = from.closedAt();
        this.closedBy = from.closedBy();
        this.closeReason = from.closeReason();
    }

    CaseChange state(CaseState value) {
        state = value;
        return this;
    }

    CaseChange notified(Instant at, Instant dueAt) {
        notifiedAt = at;
        statementDueAt = dueAt;
        return this;
    }

    CaseChange hearing(Hearing value) {
        hearing = value;
        return this;
    }

    CaseChange assessment(Assessment value) {
        assessment = value;
        return this;
    }

    CaseChange ruling(@Nullable Ruling value) {
        ruling = value;
        return this;
    }

    CaseChange execution(@Nullable Execution value) {
        execution = value;
        return this;
    }

    CaseChange appeal(Appeal value) {
        appeal = value;
        return this;
    }

    CaseChange ended(Instant at, String by, @Nullable String reason) {
        closedAt = at;
        closedBy = by;
        closeReason = reason;
        return this;
    }

    AccountabilityCase done() {
        return new AccountabilityCase(
                from.id(),
                from.notice(),
                from.partyKind(),
                from.party(),
                from.group(),
                from.organization(),
                from.division(),
                from.sector(),
                from.authority(),
                from.authorityDivision(),
                state,
                from.openedAt(),
                from.breaches(),
                notifiedAt,
                statementDueAt,
                hearing,
                assessment,
                ruling,
                execution,
                appeal,
                closedAt,
                closedBy,
                closeReason);
    }
}
