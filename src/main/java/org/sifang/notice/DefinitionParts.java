package org.sifang.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a definition of what was written; whatever is not sound is left out, with its faults in the log. */
final class DefinitionParts {

    private static final Duration ONE_DAY = Duration.ofHours(24);

    private final Set<String> sectors;
    private final FaultLog faults;
    private final Set<String> refs = new HashSet<>();

    DefinitionParts(Set<String> sectors, FaultLog faults) {
        this.sectors = sectors;
        this.faults = faults;
    }

    @Nullable
    NoticeDefinition read(Tree tree) {
        Part notice = Part.of(tree, "", faults);
        if (notice == null) {
            return null;
        }
        String number = notice.optional("number", Word.text(60, false));
        String title = notice.required("title", Word.text(200, false), "");
        String issuer = notice.required("issuer", Word.code(), "");
        Instant issuedAt = notice.optional("issuedAt", Word.instant());
        String supersedes = notice.optional("supersedes", Word.text(60, false));
        if (number != null && number.equals(supersedes)) {
            notice.fault("supersedes", Wrong.SUPERSEDES_ITSELF);
        }
        List<Clause> clauses = some(notice, "clauses", this::clause);
        Part measurePart = notice.part("measures");
        Part ladderPart = notice.part("ladders");
        Set<String> measureNames = measurePart == null ? Set.of() : measurePart.names();
        Set<String> ladderNames = ladderPart == null ? Set.of() : ladderPart.names();
        List<Category> categories = categories(notice, measureNames);
        Map<String, Measure> measures = measurePart == null ? Map.of() : measures(measurePart);
        ObligationPart obligationPart = new ObligationPart(
                new AddresseePart(sectors), refs, ladderNames, notice.has("categories"), issuedAt, new HashSet<>());
        List<Obligation> obligations = some(notice, "obligations", obligationPart::read);
        Map<String, Ladder> ladders = ladderPart == null ? Map.of() : ladders(ladderPart);
        if (!notice.has("ladders")) {
            notice.fault("ladders", Wrong.NO_LADDERS);
        }
        if (notice.has("categories")) {
            notice.needed("measures");
        }
        return notice.sound()
                ? new NoticeDefinition(
                        number,
                        title,
                        issuer,
                        issuedAt,
                        supersedes,
                        clauses,
                        categories,
                        measures,
                        obligations,
                        ladders)
                : null;
    }

    private static <T> List<T> some(Part notice, String name, Function<Part, @Nullable T> reading) {
        return notice.needed(name) ? notice.parts(name, reading) : List.of();
    }

    private @Nullable Clause clause(Part part) {
        String ref = part.required("ref", Word.text(40, false));
        String text = part.required("text", Word.text(4000, true));
        unique(part, "ref", ref, refs);
        return part.sound() && ref != null && text != null ? new Clause(ref, text) : null;
    }

    private List<Category> categories(Part notice, Set<String> measureNames) {
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        return notice.parts("categories", part -> {
            String code = part.required("code", Word.code());
            String name = part.required("name", Word.text(100, false));
            String clause = part.required("clause", Word.text(40, false));
            var since = part.optional("since", Word.date());
            String measure = part.required("measure", Word.code());
            unique(part, "code", code, codes);
            unique(part, "name", name, names);
            refer(part, "clause", clause, refs, Wrong.NO_SUCH_CLAUSE);
            refer(part, "measure", measure, measureNames, Wrong.NO_SUCH_MEASURE);
            return part.sound() && code != null && name != null && clause != null && measure != null
                    ? new Category(code, name, clause, since, measure)
                    : null;
        });
    }

    static void unique(Part part, String name, @Nullable String value, Set<String> seen) {
        if (value != null && !seen.add(value)) {
            part.fault(name, Wrong.DUPLICATE, value);
        }
    }

    /** A reference to something of the same notice; where nothing of the kind is there at all, that is the one fault. */
    static void refer(Part part, String name, @Nullable String wanted, Set<String> known, Wrong what) {
        if (wanted != null && !known.isEmpty() && !known.contains(wanted)) {
            part.fault(name, what, wanted);
        }
    }

    private static Map<String, Measure> measures(Part part) {
        Map<String, Measure> measures = new LinkedHashMap<>();
        for (String name : part.names()) {
            named(part, name);
            part.needed(name);
            Part one = part.part(name);
            Measure measure = one == null ? null : measure(one);
            if (measure != null) {
                measures.put(name, measure);
            }
        }
        return measures;
    }

    private static @Nullable Measure measure(Part part) {
        IsolationKind isolation = part.required("isolation", Word.oneOf(IsolationKind.class));
        int minimumDays = part.optional("minimumDays", Word.number(0, 366), 0);
        List<TestPlan> tests = part.parts("tests", DefinitionParts::test);
        ReleaseRule release = part.required("release", Word.oneOf(ReleaseRule.class));
        int followUpDays = part.optional("followUpDays", Word.number(0, 366), 0);
        if (release != null && release.needsTests() && !part.has("tests")) {
            part.fault("release", Wrong.RELEASE_NEEDS_TESTS, release.name());
        }
        return part.sound() && isolation != null && release != null
                ? new Measure(isolation, minimumDays, tests, release, followUpDays)
                : null;
    }

    private static @Nullable TestPlan test(Part part) {
        int afterDays = part.required("afterDays", Word.number(0, 366), 0);
        Payer paidBy = part.optional("paidBy", Word.oneOf(Payer.class), Payer.PUBLIC);
        Duration dueWithin = part.optional("dueWithin", Word.span(), ONE_DAY);
        return part.sound() ? new TestPlan(afterDays, paidBy, dueWithin) : null;
    }

    private Map<String, Ladder> ladders(Part part) {
        Map<String, Ladder> ladders = new LinkedHashMap<>();
        for (String name : part.names()) {
            named(part, name);
            part.needed(name);
            Set<LadderAction> actions = EnumSet.noneOf(LadderAction.class);
            Deque<Duration> offsets = new ArrayDeque<>();
            int before = faults.found();
            List<Rung> rungs = part.parts(name, rung -> rung(rung, actions, offsets));
            if (!rungs.isEmpty() && faults.found() == before) {
                ladders.put(name, new Ladder(rungs));
            }
        }
        return ladders;
    }

    private static @Nullable Rung rung(Part part, Set<LadderAction> actions, Deque<Duration> offsets) {
        Duration at = part.required("at", Word.offset());
        LadderAction action = part.required("action", Word.oneOf(LadderAction.class));
        if (at != null && !offsets.isEmpty() && offsets.getLast().compareTo(at) >= 0) {
            part.fault("at", Wrong.RUNG_ORDER);
        }
        if (at != null) {
            offsets.addLast(at);
        }
        if (action != null && !actions.add(action) && action.happensOnce()) {
            part.fault("action", Wrong.RUNG_TWICE, action.name());
        }
        if (at != null && at.isNegative() && action != null && !action.mayPrecedeDeadline()) {
            part.fault("at", Wrong.RUNG_TOO_EARLY, action.name());
        }
        return part.sound() && at != null && action != null ? new Rung(offsets.size(), at, action) : null;
    }

    private static void named(Part part, String name) {
        if (!Word.CODE.matcher(name).matches()) {
            part.fault(name, Wrong.CODE, Tree.shortened(name));
        }
    }
}
