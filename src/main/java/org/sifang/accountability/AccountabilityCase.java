package org.sifang.accountability;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.PartyKind;

/**
 * One party's answer to one notice.
 *
 * @param notice null for a failure outside any notice
 * @param party code of the organisation, or of an individual the id of her case and nothing else
 * @param organization who speaks and is served for the party: itself, or the organisation that answers for the individual
 * @param authority code of the command that holds to account
 * @param authorityDivision its division
 * @param statementDueAt the end of the period for a statement; null until the party is notified
 */
public record AccountabilityCase(
        UUID id,
        @Nullable UUID notice,
        PartyKind partyKind,
        String party,
        PartyGroup group,
        String organization,
        DivisionCode division,
        @Nullable String sector,
        String authority,
        DivisionCode authorityDivision,
        CaseState state,
        Instant openedAt,
        int breaches,
        @Nullable Instant notifiedAt,
        @Nullable Instant statementDueAt,
        @Nullable Hearing hearing,
        @Nullable Assessment assessment,
        @Nullable Ruling ruling,
        @Nullable Execution execution,
        @Nullable Appeal appeal,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String closeReason) {

    /** The measure that holds: none before a decision, and none where nobody is held to account. */
    public @Nullable MeasureKind measure() {
        return ruling == null ? null : ruling.measure();
    }

    public boolean individual() {
        return partyKind == PartyKind.INDIVIDUAL;
    }

    /** The clock that runs now: the period of the statement, of the execution or of the appeal; null when none does. */
    public @Nullable Instant dueAt() {
        if (state == CaseState.NOTIFIED) {
            return statementDueAt;
        }
        if (state != CaseState.IN_EXECUTION || execution == null) {
            return null;
        }
        return execution.doneAt() == null ? execution.dueAt() : execution.appealUntil();
    }

    /** @throws StateConflictException when it stands elsewhere */
    AccountabilityCase require(CaseState... wanted) {
        if (!List.of(wanted).contains(state)) {
            throw new StateConflictException(
                    "accountability",
                    state.name(),
                    Arrays.stream(wanted).map(CaseState::name).collect(Collectors.joining(",")));
        }
        return this;
    }

    AccountabilityCase notified(Instant now, Instant statementUntil) {
        require(CaseState.OPEN);
        return change().notified(now, statementUntil).state(CaseState.NOTIFIED).done();
    }

    /**
     * The party's right is met.
     *
     * @throws StateConflictException when it is not its turn, or its period still runs
     */
    AccountabilityCase heard(Hearing how) {
        require(CaseState.NOTIFIED);
        if (how.kind() == HearingKind.EXPIRED
                && (statementDueAt == null || how.at().isBefore(statementDueAt))) {
            throw new StateConflictException("accountability.period", "RUNNING", "EXPIRED");
        }
        return change().hearing(how).state(CaseState.HEARD).done();
    }

    AccountabilityCase established(Assessment what) {
        require(CaseState.HEARD);
        requireHeard();
        return change().assessment(what).done();
    }

    AccountabilityCase assessed(Assessment what) {
        require(CaseState.HEARD);
        requireHeard();
        return change().assessment(what).state(CaseState.ASSESSED).done();
    }

    /** @throws StateConflictException when nobody heard the party, or nothing has been proposed */
    AccountabilityCase decided(Ruling how) {
        require(CaseState.ASSESSED);
        requireHeard();
        if (assessment == null || assessment.proposed() == null) {
            throw new StateConflictException("accountability", state.name(), CaseState.ASSESSED.name());
        }
        return change().ruling(how).state(CaseState.DECIDED).done();
    }

    AccountabilityCase served(Execution started) {
        require(CaseState.DECIDED);
        return change().execution(started).state(CaseState.IN_EXECUTION).done();
    }

    AccountabilityCase executing(Execution changed) {
        require(CaseState.IN_EXECUTION, CaseState.APPEALED);
        return change().execution(changed).done();
    }

    /** @throws StateConflictException when it is not served, has been appealed before, or its period is over */
    AccountabilityCase appealed(Appeal lodged) {
        require(CaseState.IN_EXECUTION);
        if (appeal != null) {
            throw new StateConflictException("accountability.appeal", "LODGED", "NONE");
        }
        if (execution == null || !lodged.at().isBefore(execution.appealUntil())) {
            throw new StateConflictException("accountability.period", "EXPIRED", "RUNNING");
        }
        return change().appeal(lodged).state(CaseState.APPEALED).done();
    }

    /** @param ruling the one that holds from now on */
    AccountabilityCase answered(Appeal decided, @Nullable Ruling ruling, @Nullable Execution execution) {
        require(CaseState.APPEALED);
        return change().appeal(decided).ruling(ruling).execution(execution).done();
    }

    /** Goes on after an appeal that left a measure standing. */
    AccountabilityCase resumed() {
        require(CaseState.APPEALED);
        return change().state(CaseState.IN_EXECUTION).done();
    }

    AccountabilityCase ended(CaseState how, String by, @Nullable String reason, Instant now) {
        if (state.over()) {
            throw new StateConflictException("accountability", state.name(), "OPEN");
        }
        return change().ended(now, by, reason).state(how).done();
    }

    private void requireHeard() {
        if (hearing == null) {
            throw new StateConflictException("accountability.hearing", "NONE", "STATEMENT,WAIVED,EXPIRED");
        }
    }

    private CaseChange change() {
        return new CaseChange(this);
    }
}
