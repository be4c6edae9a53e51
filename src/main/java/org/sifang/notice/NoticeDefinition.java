package org.sifang.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A notice as data: what it says, whom it looks for, what is done with them, who owes what by when, and what happens to the
 * late. Whoever holds one may rely on every reference in it; texts of people come in through {@link DefinitionReader}.
 *
 * @param number 发文字号, null while a draft
 * @param issuer code of the issuing organisation
 * @param issuedAt null when the moment of issue is still to come
 * @param supersedes number of the notice this one replaces
 */
public record NoticeDefinition(
        @Nullable String number,
        String title,
        String issuer,
        @Nullable Instant issuedAt,
        @Nullable String supersedes,
        List<Clause> clauses,
        List<Category> categories,
        Map<String, Measure> measures,
        List<Obligation> obligations,
        Map<String, Ladder> ladders) {

    public NoticeDefinition {
        clauses = List.copyOf(clauses);
        categories = List.copyOf(categories);
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        obligations = List.copyOf(obligations);
        ladders = Collections.unmodifiableMap(new LinkedHashMap<>(ladders));
        require(!title.isBlank() && !issuer.isBlank(), "a title and an issuer");
        require(!obligations.isEmpty(), "an obligation");
        Set<String> refs = distinct(clauses, Clause::ref);
        distinct(categories, Category::code);
        distinct(categories, Category::name);
        distinct(obligations, Obligation::code);
        for (Category category : categories) {
            require(refs.contains(category.clause()), "clause " + category.clause());
            require(measures.containsKey(category.measure()), "measure " + category.measure());
        }
        for (Obligation obligation : obligations) {
            require(refs.contains(obligation.clause()), "clause " + obligation.clause());
            require(ladders.containsKey(obligation.ladder()), "ladder " + obligation.ladder());
            require(!obligation.kind().isReport() || !categories.isEmpty(), "categories to report on");
        }
    }

    public Clause clause(String ref) {
        return find(clauses, Clause::ref, ref)
                .orElseThrow(() -> new IllegalArgumentException("No clause " + ref + " in this notice"));
    }

    public Optional<Obligation> obligation(String code) {
        return find(obligations, Obligation::code, code);
    }

    public Optional<Category> category(String code) {
        return find(categories, Category::code, code);
    }

    public Measure measureOf(Category category) {
        return known(measures, category.measure());
    }

    public Ladder ladderOf(Obligation obligation) {
        return known(ladders, obligation.ladder());
    }

    /**
     * The same notice at its issue: the moment is filled in, and every daily obligation has its first day. Without
     * {@code from} that is the day after the stock is due, or the day after the issue when no stock is asked for.
     *
     * @param moment taken only when the definition does not name one itself
     */
    public NoticeDefinition issued(Instant moment, ZoneId zone) {
        Instant at = issuedAt == null ? moment : issuedAt;
        LocalDate afterStock = obligations.stream()
                .filter(obligation -> obligation.kind() == ObligationKind.STOCK_REPORT)
                .map(obligation -> obligation.firstDue(at, zone))
                .max(Instant::compareTo)
                .orElse(at)
                .atZone(zone)
                .toLocalDate()
                .plusDays(1);
        List<Obligation> begun = obligations.stream()
                .map(obligation -> obligation.recurring() && obligation.from() == null
                        ? obligation.dated(null, afterStock)
                        : obligation)
                .toList();
        return new NoticeDefinition(
                number, title, issuer, at, supersedes, clauses, categories, measures, begun, ladders);
    }

    /** The same notice under the number it is issued by. */
    NoticeDefinition numbered(String given) {
        return new NoticeDefinition(
                given, title, issuer, issuedAt, supersedes, clauses, categories, measures, obligations, ladders);
    }

    /** The wording of a successor: it replaces this one, and has its number and its moment of issue still to come. */
    public NoticeDefinition amended() {
        return new NoticeDefinition(
                null, title, issuer, null, number, clauses, categories, measures, obligations, ladders);
    }

    private static <T> Optional<T> find(List<T> all, Function<T, String> key, String wanted) {
        return all.stream().filter(one -> key.apply(one).equals(wanted)).findFirst();
    }

    private static <T> T known(Map<String, T> all, String name) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException("This notice has no " + name);
        }
        return found;
    }

    private static <T> Set<String> distinct(Collection<T> all, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        all.forEach(one -> require(seen.add(key.apply(one)), key.apply(one) + " only once"));
        return seen;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("A notice needs " + what);
        }
    }
}
