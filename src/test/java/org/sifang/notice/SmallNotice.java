package org.sifang.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A notice of one clause, made for one test: CONFIRM, to some counties of Tongliao, with a ladder of all six rungs. */
public final class SmallNotice {

    /** The ladder of the seed notices. */
    public static final Ladder DEFAULT_LADDER = ladder(
            rung("-PT2H", LadderAction.REMIND),
            rung("PT0S", LadderAction.MARK_OVERDUE),
            rung("PT15M", LadderAction.URGE),
            rung("PT1H", LadderAction.WRITTEN_URGE),
            rung("PT3H", LadderAction.CIRCULATE),
            rung("PT6H", LadderAction.OPEN_ACCOUNTABILITY));

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private record Step(Duration at, LadderAction action) {}

    private String number = "测指发〔2027〕%d号".formatted(NUMBERS.incrementAndGet());
    private final Set<String> addressees = new LinkedHashSet<>();
    private @Nullable String unitKind;
    private ObligationKind kind = ObligationKind.CONFIRM;
    private Ladder ladder = DEFAULT_LADDER;
    private @Nullable Instant due;
    private @Nullable LocalTime dueDaily;
    private @Nullable LocalDate from;
    private @Nullable LocalTime opens;
    private @Nullable Duration receiptWithin;
    private @Nullable String supersedes;

    private SmallNotice() {}

    public static SmallNotice to(String... organizations) {
        SmallNotice notice = new SmallNotice();
        notice.addressees.addAll(List.of(organizations));
        return notice;
    }

    /** Every unit of that kind in the city. */
    static SmallNotice toUnitsOf(String unitKind) {
        SmallNotice notice = new SmallNotice();
        notice.unitKind = unitKind;
        return notice;
    }

    public static Rung rung(String at, LadderAction action) {
        return new Rung(1, Duration.parse(at), action);
    }

    /** Rungs in the order of time; their places are counted here. */
    public static Ladder ladder(Rung... rungs) {
        List<Rung> placed = new ArrayList<>();
        for (Rung rung : rungs) {
            placed.add(new Rung(placed.size() + 1, rung.at(), rung.action()));
        }
        return new Ladder(placed);
    }

    public SmallNotice kind(ObligationKind other) {
        kind = other;
        return this;
    }

    public SmallNotice due(Instant at) {
        due = at;
        return this;
    }

    public SmallNotice dueDaily(LocalTime at, @Nullable LocalTime opening, LocalDate firstDay) {
        dueDaily = at;
        opens = opening;
        from = firstDay;
        return this;
    }

    public SmallNotice climbing(Ladder other) {
        ladder = other;
        return this;
    }

    public SmallNotice receiptWithin(Duration span) {
        receiptWithin = span;
        return this;
    }

    public SmallNotice supersedes(String former) {
        supersedes = former;
        return this;
    }

    public NoticeDefinition definition() {
        boolean inspection = kind == ObligationKind.INSPECTION;
        AddresseeRule rule = new AddresseeRule(
                Set.of(), Set.of(), addressees, Set.of(), unitKind == null ? Set.of() : Set.of(unitKind), null);
        return new NoticeDefinition(
                number,
                "测试通知",
                "150500",
                null,
                supersedes,
                List.of(new Clause("一", "按时落实并报告。")),
                List.of(new Category("T-1", "测试类别", "一", null, "none")),
                Map.of("none", measure()),
                List.of(new Obligation(
                        "task",
                        "一",
                        kind,
                        rule,
                        receiptWithin,
                        due,
                        null,
                        dueDaily,
                        from,
                        opens,
                        Map.of(),
                        "ladder",
                        inspection ? rule : null,
                        inspection ? "infection-control" : null)),
                Map.of("ladder", ladder));
    }

    private static Measure measure() {
        return new Measure(IsolationKind.NONE, 0, List.of(), ReleaseRule.DAYS, 0);
    }
}
