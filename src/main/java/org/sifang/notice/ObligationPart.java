package org.sifang.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.OrganizationLevel;

/**
 * Reads one obligation after the other and holds them against the rules of their kind.
 *
 * @param refs clauses that may be cited
 * @param seen codes of the obligations read so far
 */
record ObligationPart(
        AddresseePart addresseePart,
        Set<String> refs,
        Set<String> ladderNames,
        boolean withCategories,
        @Nullable Instant issuedAt,
        Set<String> seen) {

    @Nullable
    Obligation read(Part part) {
        String code = part.required("code", Word.code());
        DefinitionParts.unique(part, "code", code, seen);
        String clause = part.required("clause", Word.text(40, false));
        DefinitionParts.refer(part, "clause", clause, refs, Wrong.NO_SUCH_CLAUSE);
        ObligationKind kind = part.required("kind", Word.oneOf(ObligationKind.class));
        AddresseeRule addressees = part.needed("addressees") ? rule(part, "addressees") : null;
        Duration receiptWithin = part.optional("receiptWithin", Word.span());
        Instant due = part.optional("due", Word.instant());
        Duration dueWithin = part.optional("dueWithin", Word.span());
        LocalTime dueDaily = part.optional("dueDaily", Word.time());
        var from = part.optional("from", Word.date());
        LocalTime opens = part.optional("opens", Word.time());
        Map<String, Duration> inner = innerDeadlines(part);
        String ladder = part.optional("ladder", Word.code(), "default");
        DefinitionParts.refer(part, "ladder", ladder, ladderNames, Wrong.NO_SUCH_LADDER);
        AddresseeRule targets = rule(part, "targets");
        String checklist = part.optional("checklist", Word.code());
        if (kind != null) {
            ofItsKind(part, kind);
        }
        if (due != null && issuedAt != null && !due.isAfter(issuedAt)) {
            part.fault("due", Wrong.DUE_BEFORE_ISSUE);
        }
        opensInTime(part, opens, dueDaily, dueWithin, inner);
        return part.sound() && code != null && clause != null && kind != null && addressees != null
                ? new Obligation(
                        code,
                        clause,
                        kind,
                        addressees,
                        receiptWithin,
                        due,
                        dueWithin,
                        dueDaily,
                        from,
                        opens,
                        inner,
                        ladder,
                        targets,
                        checklist)
                : null;
    }

    private @Nullable AddresseeRule rule(Part part, String name) {
        Part rule = part.part(name);
        return rule == null ? null : addresseePart.read(rule);
    }

    private void ofItsKind(Part part, ObligationKind kind) {
        if (kind == ObligationKind.DAILY_REPORT) {
            if (!part.has("dueDaily")) {
                part.fault("dueDaily", Wrong.DAILY_NEEDS_TIME);
            }
            Stream.of("due", "dueWithin").filter(part::has).forEach(name -> part.fault(name, Wrong.DAILY_NOTHING_ELSE));
        } else if (kind == ObligationKind.STOCK_REPORT && part.has("dueDaily")) {
            part.fault("dueDaily", Wrong.STOCK_ONCE);
        } else {
            long deadlines =
                    Stream.of("due", "dueWithin", "dueDaily").filter(part::has).count();
            if (deadlines != 1) {
                part.fault("", deadlines == 0 ? Wrong.NO_DEADLINE : Wrong.SEVERAL_DEADLINES);
            }
        }
        if (!part.has("dueDaily") && kind != ObligationKind.DAILY_REPORT) {
            Stream.of("from", "opens").filter(part::has).forEach(name -> part.fault(name, Wrong.ONLY_DAILY));
        }
        if (kind == ObligationKind.INSPECTION) {
            Stream.of("targets", "checklist")
                    .filter(name -> !part.has(name))
                    .forEach(name -> part.fault(name, Wrong.INSPECTION_NEEDS, name));
        } else if (part.has("targets")) {
            part.fault("targets", Wrong.ONLY_INSPECTION);
        }
        if (kind.isReport() && !withCategories) {
            part.fault("kind", Wrong.REPORT_NEEDS_CATEGORIES);
        }
    }

    private static Map<String, Duration> innerDeadlines(Part obligation) {
        Map<String, Duration> inner = new LinkedHashMap<>();
        Part part = obligation.part("innerDeadlines");
        if (part == null) {
            return inner;
        }
        // Asked from the city down, so that each level can be held against the one above it.
        Duration above = Duration.ZERO;
        for (OrganizationLevel level : OrganizationLevel.values()) {
            Duration offset = part.optional(level.name(), Word.offset());
            if (offset == null) {
                continue;
            }
            if (!offset.isNegative()) {
                part.fault(level.name(), Wrong.INNER_NOT_BEFORE);
            } else if (offset.compareTo(above) > 0) {
                part.fault(level.name(), Wrong.INNER_ORDER);
            } else {
                above = offset;
            }
            inner.put(level.name(), offset);
        }
        part.sound();
        return inner;
    }

    private static void opensInTime(
            Part part,
            @Nullable LocalTime opens,
            @Nullable LocalTime dueDaily,
            @Nullable Duration dueWithin,
            Map<String, Duration> inner) {
        Duration open = dueWithin;
        if (dueDaily != null) {
            open = Duration.between(opens == null ? LocalTime.MIN : opens, dueDaily);
            if (open.isZero() || open.isNegative()) {
                part.fault(opens == null ? "dueDaily" : "opens", Wrong.OPENS_TOO_LATE);
                return;
            }
        }
        for (Map.Entry<String, Duration> level : inner.entrySet()) {
            if (open != null && level.getValue().negated().compareTo(open) >= 0) {
                part.fault("innerDeadlines", Wrong.INNER_BEFORE_OPENING, level.getKey());
            }
        }
    }
}
