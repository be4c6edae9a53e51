package org.sifang.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.OrganizationLevel;

/**
 * What a clause asks of its addressees, and by when: once ({@code due}, or {@code dueWithin} of the issue) or every day
 * ({@code dueDaily}) until the notice is lifted.
 *
 * @param receiptWithin time for the receipt (签收), from the moment the duty is sent
 * @param from first day of a daily obligation
 * @param opens time of day at which the round of a daily obligation opens; null is 00:00
 * @param innerDeadlines name of an {@link OrganizationLevel} → offset from the deadline, always negative
 * @param ladder name of a ladder of the same notice
 * @param targets what an inspection visits; null for every other kind
 */
public record Obligation(
        String code,
        String clause,
        ObligationKind kind,
        AddresseeRule addressees,
        @Nullable Duration receiptWithin,
        @Nullable Instant due,
        @Nullable Duration dueWithin,
        @Nullable LocalTime dueDaily,
        @Nullable LocalDate from,
        @Nullable LocalTime opens,
        Map<String, Duration> innerDeadlines,
        String ladder,
        @Nullable AddresseeRule targets,
        @Nullable String checklist) {

    public Obligation {
        innerDeadlines = Collections.unmodifiableMap(new LinkedHashMap<>(innerDeadlines));
        require((due == null ? 0 : 1) + (dueWithin == null ? 0 : 1) + (dueDaily == null ? 0 : 1) == 1, "one deadline");
        require(kind != ObligationKind.DAILY_REPORT || dueDaily != null, "a daily report is due daily");
        require(kind != ObligationKind.STOCK_REPORT || dueDaily == null, "a stock report is due once");
        require(positive(dueWithin) && positive(receiptWithin), "a span is longer than nothing");
        require(dueDaily != null || (from == null && opens == null), "only what is due daily begins and opens");
        require(dueDaily == null || (opens == null ? LocalTime.MIN : opens).isBefore(dueDaily), "opens before due");
        require((kind == ObligationKind.INSPECTION) == (targets != null), "inspections have targets");
        require(kind != ObligationKind.INSPECTION || checklist != null, "an inspection has a checklist");
        innerDeadlines.forEach((level, offset) -> {
            OrganizationLevel.valueOf(level);
            require(offset.isNegative(), "an inner deadline comes before the deadline");
        });
    }

    /** Whether a new round opens every day. */
    public boolean recurring() {
        return dueDaily != null;
    }

    /**
     * The first deadline after the issue. A daily obligation without {@code from} begins on the day after the issue (see
     * {@link NoticeDefinition#issued} for the day after the stock); days whose deadline had passed at the issue do not
     * count.
     */
    public Instant firstDue(Instant issuedAt, ZoneId zone) {
        if (due != null) {
            return due;
        }
        if (dueWithin != null) {
            return issuedAt.plus(dueWithin);
        }
        return dueOn(firstDay(issuedAt, zone), zone);
    }

    /** The day of the first round of a daily obligation. */
    public LocalDate firstDay(Instant issuedAt, ZoneId zone) {
        LocalDate issueDay = issuedAt.atZone(zone).toLocalDate();
        if (from == null) {
            return issueDay.plusDays(1);
        }
        LocalDate day = from.isBefore(issueDay) ? issueDay : from;
        return dueOn(day, zone).isAfter(issuedAt) ? day : day.plusDays(1);
    }

    /** The deadline of the round of that day. */
    public Instant dueOn(LocalDate day, ZoneId zone) {
        if (dueDaily == null) {
            throw new IllegalStateException(code + " is not due daily");
        }
        return day.atTime(dueDaily).atZone(zone).toInstant();
    }

    /** The moment the round of that day opens. */
    public Instant opensOn(LocalDate day, ZoneId zone) {
        return day.atTime(opens == null ? LocalTime.MIN : opens).atZone(zone).toInstant();
    }

    /** When a lower level has to be done, so that the deadline can be kept; nothing when the notice sets no time. */
    public Optional<Instant> innerDue(OrganizationLevel level, Instant deadline) {
        return Optional.ofNullable(innerDeadlines.get(level.name())).map(deadline::plus);
    }

    /** The same obligation on other dates. */
    Obligation dated(@Nullable Instant otherDue, @Nullable LocalDate otherFrom) {
        return new Obligation(
                code,
                clause,
                kind,
                addressees,
                receiptWithin,
                otherDue,
                dueWithin,
                dueDaily,
                otherFrom,
                opens,
                innerDeadlines,
                ladder,
                targets,
                checklist);
    }

    private static boolean positive(@Nullable Duration span) {
        return span == null || !(span.isNegative() || span.isZero());
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("An obligation does not keep the rule: " + rule);
        }
    }
}
