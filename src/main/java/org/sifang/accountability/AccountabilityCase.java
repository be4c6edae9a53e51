package org.sifang.accountability;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
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
}
