package org.sifang.inspection.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Finding;
import org.sifang.inspection.FindingSource;
import org.sifang.inspection.FindingState;
import org.sifang.inspection.RectificationRound;
import org.sifang.inspection.Severity;

/**
 * A finding as the API tells it.
 *
 * @param orderedBy code of the organisation that orders the rectification
 * @param round how many times it has been ordered; 0 before the first order
 * @param dueAt the deadline that counts now; null before the first order
 * @param repeatOf id of the latest earlier finding of the same item in the same organisation
 * @param rounds empty in lists
 */
record FindingJson(
        UUID id,
        @Nullable UUID notice,
        @Nullable String clause,
        String organisation,
        String orderedBy,
        @Nullable String checklist,
        String item,
        String itemText,
        String description,
        FindingSource source,
        Severity severity,
        FindingState state,
        OffsetDateTime foundAt,
        int round,
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime overdueAt,
        @Nullable OffsetDateTime closedAt,
        @Nullable UUID repeatOf,
        List<RoundJson> rounds) {

    /** One deadline of it. */
    record RoundJson(
            int number,
            String instruction,
            OffsetDateTime orderedAt,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime overdueAt,
            @Nullable String evidence,
            @Nullable OffsetDateTime evidenceAt,
            @Nullable Boolean mended,
            @Nullable String remark,
            @Nullable OffsetDateTime recheckedAt) {

        static RoundJson of(RectificationRound round, ZoneId zone) {
            return new RoundJson(
                    round.number(),
                    round.instruction(),
                    round.orderedAt().atZone(zone).toOffsetDateTime(),
                    round.dueAt().atZone(zone).toOffsetDateTime(),
                    at(round.overdueAt(), zone),
                    round.evidence(),
                    at(round.evidenceAt(), zone),
                    round.mended(),
                    round.remark(),
                    at(round.recheckedAt(), zone));
        }
    }

    static FindingJson of(Finding finding, List<RectificationRound> rounds, ZoneId zone) {
        return new FindingJson(
                finding.id(),
                finding.notice(),
                finding.clause(),
                finding.organization(),
                finding.orderer(),
                finding.checklist(),
                finding.item(),
                finding.itemText(),
                finding.description(),
                finding.source(),
                finding.severity(),
                finding.state(),
                finding.foundAt().atZone(zone).toOffsetDateTime(),
                finding.round(),
                at(finding.dueAt(), zone),
                at(finding.overdueAt(), zone),
                at(finding.closedAt(), zone),
                finding.repeatOf(),
                rounds.stream().map(round -> RoundJson.of(round, zone)).toList());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
