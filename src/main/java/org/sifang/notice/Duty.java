package org.sifang.notice;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.OrganizationKind;

/**
 * What one addressee owes by one deadline. Its verbs answer a changed copy, or refuse with both states.
 *
 * @param round the round whose ladder climbs it
 * @param issuer organisation that ordered it and accepts it
 * @param zero for reports: whether the answer was that there is nobody; null until there is an answer
 * @param rung highest rung climbed, 0 for none; it never falls
 * @param submissions how often it was handed in
 */
public record Duty(
        UUID id,
        UUID notice,
        UUID round,
        String obligation,
        String clause,
        ObligationKind kind,
        String organization,
        String organizationName,
        OrganizationKind organizationKind,
        DivisionCode division,
        @Nullable String sector,
        String issuer,
        @Nullable String responsible,
        @Nullable String deputy,
        DutyState state,
        Timeliness timeliness,
        @Nullable Boolean zero,
        int rung,
        @Nullable LadderAction rungAction,
        Instant opensAt,
        @Nullable Instant receiptDueAt,
        Instant dueAt,
        @Nullable Instant receivedAt,
        @Nullable String receivedBy,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy,
        @Nullable String signedBy,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String reason,
        int submissions) {

    private static final Set<DutyState> WORKABLE =
            EnumSet.of(DutyState.RECEIVED, DutyState.IN_PROGRESS, DutyState.RETURNED);

    /** 签收. */
    public Duty receive(@Nullable String responsible, @Nullable String deputy, String by, Instant now) {
        requires(EnumSet.of(DutyState.SENT));
        return change().people(
                        responsible == null ? this.responsible : responsible, deputy == null ? this.deputy : deputy)
                .state(DutyState.RECEIVED)
                .received(now, by)
                .done();
    }

    /** The work form was sent to the chief for sign-off, or came back from him. */
    public Duty work() {
        requires(WORKABLE);
        return change().state(DutyState.IN_PROGRESS).done();
    }

    /**
     * Hands it in. In time is at the deadline's instant or before it.
     *
     * @param zero for reports; null for every other kind
     * @param signedBy who signed it off
     */
    public Duty submit(@Nullable Boolean zero, String by, String signedBy, Instant now) {
        requires(WORKABLE);
        return change().state(DutyState.SUBMITTED)
                .timeliness(now.isAfter(dueAt) ? Timeliness.LATE : Timeliness.ON_TIME)
                .submitted(zero, now, by, signedBy)
                .done();
    }

    public Duty accept(String by, Instant now) {
        requires(EnumSet.of(DutyState.SUBMITTED));
        return change().state(DutyState.ACCEPTED).closed(now, by, null).done();
    }

    /**
     * Gives it back to be mended. It is owed again: before the deadline nothing is late yet, after it the answer that
     * counted as in time no longer does.
     */
    public Duty giveBack(String reason, Instant now) {
        requires(EnumSet.of(DutyState.SUBMITTED));
        return change().state(DutyState.RETURNED)
                .timeliness(now.isAfter(dueAt) ? Timeliness.LATE : Timeliness.PENDING)
                .reason(reason)
                .done();
    }

    /** Moves the deadline; what was late or silent under the old one is pending again. */
    public Duty extend(UUID newRound, Instant newDueAt, String reason, Instant now) {
        requires(DutyState.OWED);
        if (!newDueAt.isAfter(now)) {
            throw new FaultsException(Fault.at("dueAt", "fault.notice.extend.past"));
        }
        if (!newDueAt.isAfter(dueAt)) {
            throw new FaultsException(Fault.at("dueAt", "fault.notice.extend.earlier"));
        }
        return change().deadline(newRound, newDueAt).reason(reason).done();
    }

    public Duty waive(String reason, String by, Instant now) {
        Set<DutyState> live = EnumSet.complementOf(EnumSet.copyOf(DutyState.FINAL));
        requires(live);
        return change().state(DutyState.WAIVED).closed(now, by, reason).done();
    }

    public boolean owed() {
        return DutyState.OWED.contains(state);
    }

    public boolean closed() {
        return DutyState.FINAL.contains(state);
    }

    private void requires(Set<DutyState> states) {
        if (!states.contains(state)) {
            throw new StateConflictException("duty", state.name(), DutyState.words(states));
        }
    }

    private DutyChange change() {
        return new DutyChange(this);
    }
}
