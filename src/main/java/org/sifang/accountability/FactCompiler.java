package org.sifang.accountability;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.accountability.FactFileContent.Failure;
import org.sifang.inspection.Finding;
import org.sifang.inspection.Findings;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.journal.JournalTexts;
import org.sifang.notice.BreachKind;
import org.sifang.notice.Breaches;
import org.sifang.notice.Clause;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.notice.RecordedBreach;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Reads the facts of a case out of the record. Of a breach of isolation only what was ordered and noted is taken, from a
 * list of entries and of their facts that hold no personal data and no free text.
 */
@Component
class FactCompiler {

    private static final Locale OFFICIAL = Locale.SIMPLIFIED_CHINESE;

    /** How far back earlier failures count. */
    private static final Period EARLIER = Period.ofYears(1);

    private static final Set<String> OF_ISOLATION = Set.of(
            "case.opened",
            "case.ordered",
            "case.isolated.home",
            "case.isolated.site",
            "case.check.missed",
            "case.check.notReached",
            "case.breached",
            "case.returned");

    private static final Set<String> DETAILS_OF_ISOLATION = Set.of("kind", "clause", "how", "site", "day", "carer");

    private final AccountabilityCases cases;
    private final Breaches breaches;
    private final Findings findings;
    private final Notices notices;
    private final Journal journal;
    private final JournalTexts texts;
    private final Wording wording;
    private final MessageSource messages;

    FactCompiler(
            AccountabilityCases cases,
            Breaches breaches,
            Findings findings,
            Notices notices,
            Journal journal,
            JournalTexts texts,
            Wording wording,
            MessageSource messages) {
        this.cases = cases;
        this.breaches = breaches;
        this.findings = findings;
        this.notices = notices;
        this.journal = journal;
        this.texts = texts;
        this.wording = wording;
        this.messages = messages;
    }

    FactFileContent compile(AccountabilityCase one, int number, String by, Instant now) {
        List<RecordedBreach> failures = cases.breaches(one.id());
        NoticeView notice = notice(one.notice());
        List<Fact> facts = new ArrayList<>();
        failures.stream()
                .collect(Collectors.toMap(RecordedBreach::subject, breach -> breach, (first, again) -> first))
                .values()
                .forEach(breach -> facts.addAll(story(breach)));
        failures.forEach(breach -> facts.add(failure(FactKind.BREACH, breach)));
        facts.addAll(earlier(one, failures));
        // The party reads first what this is about.
        facts.sort(Comparator.comparing((Fact fact) -> fact.kind() == FactKind.EARLIER)
                .thenComparing(Fact::at)
                .thenComparing(fact -> fact.entry() == null ? Long.MAX_VALUE : fact.entry())
                .thenComparing(Fact::text));
        return new FactFileContent(
                FactFileContent.FORM,
                one.id(),
                number,
                one.partyKind(),
                one.party(),
                one.organization(),
                wording.organizationName(one.organization()),
                one.authority(),
                wording.organizationName(one.authority()),
                one.notice(),
                notice == null ? null : notice.caption(),
                notice == null ? null : notice.title(),
                now,
                by,
                failures.stream().map(FactCompiler::failure).toList(),
                facts);
    }

    private @Nullable NoticeView notice(@Nullable UUID id) {
        return id == null ? null : notices.find(id).orElse(null);
    }

    private List<Fact> story(RecordedBreach breach) {
        boolean isolation = breach.kind() == BreachKind.ISOLATION;
        Finding finding = breach.kind() == BreachKind.FINDING
                ? findings.find(breach.subject()).orElse(null)
                : null;
        NoticeView notice = notice(breach.notice());
        return journal.allAbout(breach.subject().toString()).stream()
                .filter(entry -> !isolation || OF_ISOLATION.contains(entry.action()))
                .map(entry -> fact(entry, isolation, breach.subject(), clause(entry, notice, finding)))
                .toList();
    }

    /** With its text as worded; without a text where the record names a clause the notice does not have. */
    private record Cited(@Nullable String ref, @Nullable String text) {}

    private static Cited clause(JournalEntryView entry, @Nullable NoticeView notice, @Nullable Finding finding) {
        if (finding != null) {
            return new Cited(finding.clause(), finding.clauseText());
        }
        String ref = entry.facts().get("clause");
        String text = ref == null || notice == null
                ? null
                : notice.definition().clauses().stream()
                        .filter(clause -> clause.ref().equals(ref))
                        .map(Clause::text)
                        .findFirst()
                        .orElse(null);
        return new Cited(ref, text);
    }

    private Fact fact(JournalEntryView entry, boolean isolation, UUID subject, Cited clause) {
        FactKind kind = FactKind.of(entry.action());
        Map<String, String> details = entry.facts().entrySet().stream()
                .filter(fact -> !isolation || DETAILS_OF_ISOLATION.contains(fact.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Fact(
                kind,
                entry.at(),
                entry.actor(),
                clause.ref(),
                kind == FactKind.ORDERED ? clause.text() : null,
                kind == FactKind.RUNG ? entry.action().substring(entry.action().lastIndexOf('.') + 1) : null,
                texts.line(entry, OFFICIAL).sentence(),
                subject,
                entry.sequence(),
                entry.action(),
                details,
                EntryDigest.of(entry));
    }

    private static Failure failure(RecordedBreach breach) {
        return new Failure(
                breach.id(),
                breach.kind(),
                breach.severity(),
                breach.at(),
                breach.subject(),
                breach.reportedBy(),
                breach.account());
    }

    private Stream<Fact> earlierOf(AccountabilityCase one, Set<UUID> own) {
        Instant from = one.openedAt().atZone(ZoneOffset.UTC).minus(EARLIER).toInstant();
        return breaches.of(one.partyKind(), one.party(), from, one.openedAt()).stream()
                .filter(breach -> !own.contains(breach.id()))
                .map(breach -> failure(FactKind.EARLIER, breach));
    }

    private List<Fact> earlier(AccountabilityCase one, List<RecordedBreach> failures) {
        return earlierOf(one, failures.stream().map(RecordedBreach::id).collect(Collectors.toSet()))
                .toList();
    }

    private Fact failure(FactKind kind, RecordedBreach breach) {
        NoticeView notice = notice(breach.notice());
        String account = breach.account();
        String what = say("accountability.failure." + breach.kind());
        String text = account == null ? what : what + "：" + account;
        return new Fact(
                kind,
                breach.at(),
                breach.reportedBy() == null ? Actor.SYSTEM : breach.reportedBy(),
                null,
                null,
                null,
                notice == null ? text : text + "（" + notice.caption() + "）",
                breach.subject(),
                null,
                null,
                Map.of(),
                null);
    }

    private String say(String key) {
        return String.valueOf(messages.getMessage(key, null, key, OFFICIAL));
    }
}
