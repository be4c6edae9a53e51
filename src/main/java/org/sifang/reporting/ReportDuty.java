package org.sifang.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyContent;
import org.sifang.notice.ObligationKind;
import org.sifang.notice.Submission;
import org.sifang.organization.Actor;
import org.sifang.reporting.Freezing.Deed;
import org.sifang.reporting.Unreported.Disclosed;
import org.springframework.stereotype.Component;

/**
 * What is handed in for a stock or daily report: the people found who stand in no earlier report of the same notice and
 * place. Where there is nobody, that has to be said; where there is somebody, it cannot be.
 */
@Component
class ReportDuty implements DutyContent {

    private static final String ZERO = "zero";
    private static final String REMARK = "remark";
    private static final int LONGEST_REMARK = 500;

    private final ReportStore store;
    private final Unreported unreported;
    private final Freezing freezing;
    private final Comparisons comparisons;
    private final ZoneId zone;

    ReportDuty(ReportStore store, Unreported unreported, Freezing freezing, Comparisons comparisons, Clock clock) {
        this.store = store;
        this.unreported = unreported;
        this.freezing = freezing;
        this.comparisons = comparisons;
        this.zone = clock.getZone();
    }

    @Override
    public Set<ObligationKind> kinds() {
        return EnumSet.of(ObligationKind.STOCK_REPORT, ObligationKind.DAILY_REPORT);
    }

    @Override
    public Map<String, Object> open(Duty duty, Actor reader) {
        Report report = report(duty);
        List<CategoryCount> counts = unreported.counts(report);
        int people = CategoryCount.sum(counts);
        Comparison comparison = comparisons.of(report);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("people", people);
        values.put("categories", words(counts));
        if (comparison.previous() != null) {
            values.put("previous", comparison.previous());
        }
        values.put("cumulative", comparison.cumulative() + people);
        return values;
    }

    @Override
    public void check(Duty duty, Map<String, Object> values, Actor by, Instant now) {
        judge(CategoryCount.sum(unreported.counts(report(duty))), said(values), remark(values, null));
    }

    @Override
    public ReportSubmitted submit(
            Duty duty, Map<String, Object> values, Submission submission, String by, Instant now) {
        store.lock(duty.notice(), duty.organization());
        Report report = report(duty);
        // What came back no longer counts: the new table says it all again.
        store.withdraw(report.id(), now);
        Disclosed found = unreported.disclose(report, by, "reporting.purpose.freeze", now);
        String remark = remark(values, submission.remark());
        judge(found.rows().size(), submission.zero() == null ? said(values) : submission.zero(), remark);
        FrozenTable table = freezing.freeze(
                report, found, new Deed(report.nextVersion(), 0, null, null, remark, by, submission.signedBy()), now);
        return new ReportSubmitted(
                duty.id(), table.zero(), table.frozenAt(), table.number(), table.people(), table.hash());
    }

    private Report report(Duty duty) {
        return store.find(duty.id()).orElseGet(() -> Report.draft(duty, zone));
    }

    /** Without a word about it, what is there speaks for itself: only a program hands in without the form. */
    private static void judge(int people, @Nullable Boolean zero, @Nullable String remark) {
        List<Fault> faults = new ArrayList<>();
        if (people == 0 && Boolean.FALSE.equals(zero)) {
            faults.add(Fault.at(ZERO, "fault.reporting.zero.unsaid"));
        }
        if (people > 0 && Boolean.TRUE.equals(zero)) {
            faults.add(Fault.at(ZERO, "fault.reporting.zero.people", people));
        }
        if (remark != null && remark.codePointCount(0, remark.length()) > LONGEST_REMARK) {
            faults.add(Fault.at(REMARK, "fault.reporting.remark.long", LONGEST_REMARK));
        }
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }

    /** The form's tick; the field is not there while there are people. */
    private static @Nullable Boolean said(Map<String, Object> values) {
        return values.get(ZERO) instanceof Boolean ticked ? ticked : null;
    }

    private static @Nullable String remark(Map<String, Object> values, @Nullable String other) {
        return Optional.ofNullable(Freezing.remark(values.get(REMARK))).orElse(Freezing.remark(other));
    }

    private static String words(List<CategoryCount> counts) {
        return counts.stream().map(count -> count.name() + " " + count.people()).collect(Collectors.joining("，"));
    }
}
