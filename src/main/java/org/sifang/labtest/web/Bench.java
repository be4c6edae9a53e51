package org.sifang.labtest.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.labtest.LabTest;
import org.sifang.labtest.LabTests;
import org.sifang.labtest.Laboratories;
import org.sifang.labtest.RecordedResult;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Wording;
import org.sifang.person.People;
import org.sifang.person.PersonMasked;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of laboratories have in common: whose they are, whom they show, and what is typed into them. */
@Component
class Bench {

    private final Laboratories laboratories;
    private final LabTests tests;
    private final People people;
    private final Wording wording;
    private final Clock clock;

    Bench(Laboratories laboratories, LabTests tests, People people, Wording wording, Clock clock) {
        this.laboratories = laboratories;
        this.tests = tests;
        this.people = people;
        this.wording = wording;
        this.clock = clock;
    }

    /** A test and the words around it. */
    record Line(
            LabTest test,
            PersonMasked person,
            @Nullable String laboratory,
            @Nullable UUID pool,
            boolean corrected) {}

    /** What stands in a form for a result. */
    record TypedResult(
            @Nullable String result,
            @Nullable String testedAt,
            @Nullable Boolean confirmed) {}

    /** A form for a result, read. */
    record Taken(TestResult result, Instant testedAt) {}

    Instant now() {
        return clock.instant();
    }

    /** The beginning of the day. */
    Instant today() {
        return LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
    }

    /**
     * Puts the laboratories he may see into the model.
     *
     * @param chosen code of one of them; null for all
     * @return codes of those to show
     */
    List<String> fill(@Nullable String chosen, Actor actor, Model model) {
        List<Organization> within = laboratories.within(actor.scope());
        List<String> codes = within.stream().map(Organization::code).toList();
        boolean one = chosen != null && codes.contains(chosen);
        List<String> shown = one ? List.of(String.valueOf(chosen)) : codes;
        model.addAttribute("laboratories", within);
        model.addAttribute("laboratory", one ? chosen : null);
        Set<String> own =
                laboratories.of(actor).stream().map(Organization::code).collect(Collectors.toSet());
        model.addAttribute("speaks", !shown.isEmpty() && own.containsAll(shown));
        model.addAttribute("typedAt", local(now()));
        return shown;
    }

    List<Line> lines(List<LabTest> found) {
        Map<UUID, PersonMasked> masked =
                people.masked(found.stream().map(LabTest::person).distinct().toList());
        Set<UUID> corrected = corrected(found.stream().map(LabTest::id).toList());
        return found.stream()
                .filter(test -> masked.containsKey(test.person()))
                .map(test -> new Line(
                        test,
                        Objects.requireNonNull(masked.get(test.person())),
                        name(test.laboratory()),
                        test.pool(),
                        corrected.contains(test.id())))
                .toList();
    }

    private Set<UUID> corrected(Collection<UUID> ids) {
        Set<UUID> corrected = new HashSet<>();
        tests.results(ids).forEach((test, results) -> {
            if (results.stream().map(RecordedResult::before).anyMatch(before -> before != null)) {
                corrected.add(test);
            }
        });
        return corrected;
    }

    @Nullable
    String name(@Nullable String laboratory) {
        return laboratory == null ? null : wording.organizationName(laboratory);
    }

    String officer(String username) {
        return wording.officerName(username);
    }

    PersonMasked person(UUID id) {
        return people.view(id);
    }

    /** @throws FaultsException with paths {@code result}, {@code testedAt} and {@code confirmed} */
    Taken read(TypedResult typed) {
        List<Fault> faults = new ArrayList<>();
        TestResult result = result(typed.result(), faults);
        Instant at = moment("testedAt", typed.testedAt(), faults);
        if (result == TestResult.POSITIVE && !Boolean.TRUE.equals(typed.confirmed())) {
            faults.add(Fault.at("confirmed", "fault.labtest.confirmed"));
        }
        if (result == null || at == null || !faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        return new Taken(result, at);
    }

    static @Nullable TestResult result(@Nullable String typed, List<Fault> faults) {
        for (TestResult one : TestResult.values()) {
            if (one.name().equals(typed)) {
                return one;
            }
        }
        faults.add(Fault.at("result", "fault.labtest.result.missing"));
        return null;
    }

    /** What a {@code datetime-local} field sends, in the house's zone. */
    @Nullable
    Instant moment(String path, @Nullable String typed, List<Fault> faults) {
        try {
            return LocalDateTime.parse(typed == null ? "" : typed.strip())
                    .atZone(clock.getZone())
                    .toInstant();
        } catch (DateTimeException notOne) {
            faults.add(Fault.at(path, "fault.labtest.moment"));
            return null;
        }
    }

    private String local(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
