package org.sifang.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A changed copy of a duty in the making; only its verbs use it. */
final class DutyChange {

    private final Duty before;
    private UUID round;
    private @Nullable String responsible;
    private @Nullable String deputy;
    private DutyState state;
    private Timeliness timeliness;
    private @Nullable Boolean zero;
    private Instant dueAt;
    private @Nullable Instant receivedAt;
    private @Nullable String receivedBy;
    private @Nullable Instant submittedAt;
    private @Nullable String submittedBy;
    private @Nullable String signedBy;
    private @Nullable Instant closedAt;
    private @Nullable String closedBy;
    private @Nullable String reason;
    private int submissions;

    DutyChange(Duty before) {
        this.before = before;
        this.round = before.round();
        this.responsible = before.responsible();
        this.deputy = before.deputy();
        this.state = before.state();
        this.timeliness = before.timeliness();
        this.zero = before.zero();
        this.dueAt = before.dueAt();
        this.receivedAt = before.receivedAt();
        this.receivedBy = before.receivedBy();
        this.submittedAt = before.submittedAt();
        this.submittedBy = before.submittedBy();
        this.signedBy = before.signedBy();
        this.closedAt = before.closedAt();
        this.closedBy = before.closedBy();
        this.reason = before.reason();
        this.submissions = before.submissions();
    }

    DutyChange people(@Nullable String first, @Nullable String second) {
        responsible = first;
        deputy = second;
        return this;
    }

    DutyChange state(DutyState next) {
        state = next;
        return this;
    }

    DutyChange timeliness(Timeliness next) {
        timeliness = next;
        return this;
    }

    DutyChange received(Instant at, String by) {
        receivedAt = at;
        receivedBy = by;
        return this;
    }

    DutyChange submitted(@Nullable Boolean nobody, Instant at, String by, String signer) {
        zero = nobody;
        submittedAt = at;
        submittedBy = by;
        signedBy = signer;
        submissions++;
        return this;
    }

    DutyChange closed(Instant at, String by, @Nullable String why) {
        closedAt = at;
        closedBy = by;
        reason = why;
        return this;
    }

    DutyChange reason(String why) {
        reason = why;
        return this;
    }

    DutyChange deadline(UUID newRound, Instant newDueAt) {
        round = newRound;
        dueAt = newDueAt;
        timeliness = Timeliness.PENDING;
        return this;
    }

    Duty done() {
        return new Duty(
                before.id(),
                before.notice(),
                round,
                before.obligation(),
                before.clause(),
                before.kind(),
                before.organization(),
                before.organizationName(),
                before.organizationKind(),
                before.division(),
                before.sector(),
                before.issuer(),
                responsible,
                deputy,
                state,
                timeliness,
                zero,
                before.rung(),
                before.rungAction(),
                before.opensAt(),
                before.receiptDueAt(),
                dueAt,
                receivedAt,
                receivedBy,
                submittedAt,
                submittedBy,
                signedBy,
                closedAt,
                closedBy,
                reason,
                submissions);
    }
}
