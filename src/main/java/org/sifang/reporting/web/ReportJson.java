package org.sifang.reporting.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyState;
import org.sifang.notice.ObligationKind;
import org.sifang.notice.Timeliness;
import org.sifang.reporting.CategoryCount;
import org.sifang.reporting.Comparison;
import org.sifang.reporting.FrozenTable;
import org.sifang.reporting.Report;
import org.sifang.reporting.ReportState;
import org.sifang.reporting.Reports.Line;
import org.sifang.reporting.Reports.Verdict;
import org.sifang.reporting.Reports.Verified;

/**
 * A report without its people.
 *
 * @param id also the id of its duty
 * @param date the day it speaks of
 * @param people in the main table and the supplements
 * @param categories people of the main table by category
 * @param cutOff whoever was found later is not in the main table
 * @param hash SHA-256 of the main table, 64 hexadecimal digits
 */
record ReportJson(
        UUID id,
        UUID duty,
        UUID notice,
        String obligation,
        String clause,
        ObligationKind kind,
        String organisation,
        String organisationName,
        LocalDate date,
        OffsetDateTime dueAt,
        ReportState state,
        DutyState dutyState,
        Timeliness timeliness,
        boolean zero,
        int people,
        List<CategoryCount> categories,
        @Nullable String number,
        @Nullable String remark,
        @Nullable OffsetDateTime cutOff,
        @Nullable String submittedBy,
        @Nullable String signedBy,
        @Nullable String hash,
        List<Table> supplements) {

    static ReportJson of(Line line, ZoneId zone) {
        Duty duty = line.duty();
        Report report = line.report();
        FrozenTable main = report.main().orElse(null);
        return new ReportJson(
                duty.id(),
                duty.id(),
                duty.notice(),
                duty.obligation(),
                duty.clause(),
                duty.kind(),
                duty.organization(),
                duty.organizationName(),
                report.day(),
                at(duty.dueAt(), zone),
                report.state(),
                duty.state(),
                duty.timeliness(),
                report.zero(),
                report.people(),
                main == null ? List.of() : main.counts(),
                main == null ? null : main.number(),
                main == null ? null : main.remark(),
                main == null ? null : at(main.frozenAt(), zone),
                main == null ? null : main.submittedBy(),
                main == null ? null : main.signedBy(),
                main == null ? null : main.hash(),
                report.supplements().stream()
                        .map(table -> Table.of(table, zone))
                        .toList());
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    /** A frozen table. */
    record Table(
            String number,
            int version,
            int supplement,
            boolean zero,
            int people,
            List<CategoryCount> categories,
            @Nullable String remark,
            OffsetDateTime cutOff,
            String submittedBy,
            String signedBy,
            String hash,
            @Nullable OffsetDateTime withdrawnAt) {

        static Table of(FrozenTable table, ZoneId zone) {
            Instant withdrawnAt = table.withdrawnAt();
            return new Table(
                    table.number(),
                    table.version(),
                    table.supplement(),
                    table.zero(),
                    table.people(),
                    table.counts(),
                    table.remark(),
                    at(table.frozenAt(), zone),
                    table.submittedBy(),
                    table.signedBy(),
                    table.hash(),
                    withdrawnAt == null ? null : at(withdrawnAt, zone));
        }
    }

    /**
     * A report and what stands around it.
     *
     * @param withdrawn tables that the issuer gave back
     * @param previous people in the report before; null for the first
     * @param cumulative people in all reports of the notice and place up to this one
     */
    record Detail(
            @JsonUnwrapped ReportJson report,
            List<Table> withdrawn,
            @Nullable Integer previous,
            int cumulative) {

        static Detail of(Line line, Comparison comparison, ZoneId zone) {
            return new Detail(
                    ReportJson.of(line, zone),
                    line.report().withdrawn().stream()
                            .map(table -> Table.of(table, zone))
                            .toList(),
                    comparison.previous(),
                    comparison.cumulative());
        }
    }

    /** Whether every table that counts still is what was handed in. */
    record Verification(boolean intact, List<Checked> tables) {

        record Checked(String number, String hash, Verdict verdict) {}

        static Verification of(List<Verified> verified) {
            return new Verification(
                    verified.stream().noneMatch(one -> one.verdict() == Verdict.CHANGED),
                    verified.stream()
                            .map(one -> new Checked(
                                    one.table().number(), one.table().hash(), one.verdict()))
                            .toList());
        }
    }
}
