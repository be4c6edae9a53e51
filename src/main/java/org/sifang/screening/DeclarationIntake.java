package org.sifang.screening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.organization.Wording;
import org.sifang.person.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes declarations up, one a transaction, behind the back of whoever sent them. Somebody who is known keeps what is
 * registered of her; what she says otherwise is marked for the county to look at, and never overwrites anything.
 */
@Component
class DeclarationIntake {

    private static final Logger log = LoggerFactory.getLogger(DeclarationIntake.class);
    private static final int AT_ONCE = 500;

    private final DeclarationRows rows;
    private final NoticeCategories notices;
    private final Organizations organizations;
    private final Register register;
    private final CaseRows cases;
    private final FoundCases found;
    private final People people;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeclarationIntake(
            DeclarationRows rows,
            NoticeCategories notices,
            Organizations organizations,
            Register register,
            CaseRows cases,
            FoundCases found,
            People people,
            Journal journal,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.organizations = organizations;
        this.register = register;
        this.cases = cases;
        this.found = found;
        this.people = people;
        this.journal = journal;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes up what waits. */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT3S")
    void takeUp() {
        AtomicReference<@Nullable UUID> at = new AtomicReference<>();
        try {
            for (int i = 0; i < AT_ONCE && Boolean.TRUE.equals(transaction.execute(status -> takeNext(at))); i++) {
                at.set(null);
            }
        } catch (RuntimeException failed) {
            // Its message may quote what somebody wrote.
            log.error(
                    "Taking up a declaration was cut off by {}",
                    failed.getClass().getName());
            putAside(at.get());
        }
    }

    private boolean takeNext(AtomicReference<@Nullable UUID> at) {
        Optional<Declaration> next = rows.next();
        next.ifPresent(declaration -> {
            at.set(declaration.id());
            take(declaration, clock.instant());
        });
        return next.isPresent();
    }

    /** One that cannot be taken up must not keep the others waiting: people look at it. */
    private void putAside(@Nullable UUID id) {
        if (id != null) {
            transaction.executeWithoutResult(status -> rows.taken(id, null, false, Set.of(), clock.instant()));
        }
    }

    private void take(Declaration declaration, Instant now) {
        NoticeToScreen notice = notices.require(declaration.notice());
        LocalDate day = declaration.receivedAt().atZone(clock.getZone()).toLocalDate();
        Candidate candidate =
                rows.open(declaration.id()).person().check(notice, day).candidate();
        if (candidate == null) {
            rows.taken(declaration.id(), null, false, Set.of(), now);
            return;
        }
        cases.lock(notice.id());
        UUID person = people.find(candidate.person().document()).orElse(null);
        PersonCase known =
                person == null ? null : cases.of(notice.id(), List.of(person)).get(person);
        Set<String> differs = differences(person, known, candidate);
        if (known == null) {
            register(declaration, candidate, differs, now);
        } else {
            merge(declaration, known, differs, now);
        }
    }

    private Set<String> differences(@Nullable UUID person, @Nullable PersonCase known, Candidate candidate) {
        Set<String> differs = new TreeSet<>();
        if (person != null) {
            differs.addAll(people.differences(person, candidate.person()));
        }
        if (known != null && !known.category().equals(candidate.category())) {
            differs.add("category");
        }
        return differs;
    }

    private void register(Declaration declaration, Candidate candidate, Set<String> differs, Instant now) {
        Organization county = organizations.require(declaration.organization());
        Registered registered = register.register(
                        Register.Source.declared(declaration.notice(), county), List.of(candidate), now)
                .get(0);
        PersonCase fresh = registered.caseId() == null
                ? null
                : found.find(registered.caseId()).orElse(null);
        rows.taken(declaration.id(), fresh, false, differs, now);
        if (fresh != null && registered.fresh()) {
            events.publishEvent(new PeopleFound(fresh.notice(), fresh.organization(), null, 1));
        }
    }

    /** She is on the list already; that she came by herself is worth knowing, and where she says something else. */
    private void merge(Declaration declaration, PersonCase known, Set<String> differs, Instant now) {
        found.mark(List.of(known.id()), CaseMark.DECLARED);
        rows.taken(declaration.id(), known, true, differs, now);
        String fields = differs.stream()
                .map(field -> Wording.message("declaration.field." + field))
                .collect(Collectors.joining(" "));
        journal.record(new Entry(
                now,
                Actor.SYSTEM,
                differs.isEmpty() ? "case.declaredToo" : "case.declaredOtherwise",
                "case",
                known.id().toString(),
                known.notice(),
                known.organization(),
                differs.isEmpty() ? Map.of() : Map.of("fields", fields)));
    }
}
