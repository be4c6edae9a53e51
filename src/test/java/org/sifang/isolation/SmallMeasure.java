package org.sifang.isolation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.sifang.notice.AddresseeRule;
import org.sifang.notice.Category;
import org.sifang.notice.Clause;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.Ladder;
import org.sifang.notice.LadderAction;
import org.sifang.notice.Measure;
import org.sifang.notice.NoticeDefinition;
import org.sifang.notice.Obligation;
import org.sifang.notice.ObligationKind;
import org.sifang.notice.Payer;
import org.sifang.notice.ReleaseRule;
import org.sifang.notice.Rung;
import org.sifang.notice.TestPlan;

/** A notice with one category of people and one measure. */
public final class SmallMeasure {

    public static final String CATEGORY = "T-1";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final IsolationKind kind;
    private final List<TestPlan> tests = new ArrayList<>();
    private int days;
    private int followUpDays;
    private ReleaseRule release = ReleaseRule.DAYS;

    private SmallMeasure(IsolationKind kind) {
        this.kind = kind;
    }

    public static SmallMeasure of(IsolationKind kind) {
        return new SmallMeasure(kind);
    }

    public SmallMeasure days(int number) {
        days = number;
        return this;
    }

    /** A test that many days after the beginning, to be sampled within a day. */
    public SmallMeasure test(int... afterDays) {
        for (int day : afterDays) {
            tests.add(new TestPlan(day, Payer.SELF, Duration.ofHours(24)));
        }
        return this;
    }

    public SmallMeasure release(ReleaseRule rule) {
        release = rule;
        return this;
    }

    public SmallMeasure followUp(int number) {
        followUpDays = number;
        return this;
    }

    public Measure measure() {
        return new Measure(kind, days, tests, release, followUpDays);
    }

    public NoticeDefinition definition() {
        return new NoticeDefinition(
                "测管发〔2027〕%d号".formatted(NUMBERS.incrementAndGet()),
                "测试管控通知",
                "150500",
                null,
                null,
                List.of(new Clause("一", "按时落实并报告。"), new Clause("二", "对排查出的人员落实管控。")),
                List.of(new Category(CATEGORY, "测试类别", "二", null, "measure")),
                Map.of("measure", measure()),
                List.of(new Obligation(
                        "task",
                        "一",
                        ObligationKind.CONFIRM,
                        new AddresseeRule(Set.of(), Set.of(), Set.of("150523"), Set.of(), Set.of(), null),
                        null,
                        null,
                        Duration.ofDays(30),
                        null,
                        null,
                        null,
                        Map.of(),
                        "ladder",
                        null,
                        null)),
                Map.of("ladder", new Ladder(List.of(new Rung(1, Duration.ZERO, LadderAction.REMIND)))));
    }
}
