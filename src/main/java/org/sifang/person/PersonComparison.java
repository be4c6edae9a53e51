package org.sifang.person;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sifang.person.SavedPerson.Outcome;

/** Compares a record with what was found. */
final class PersonComparison {

    private static final String NAME = "name";

    static Outcome of(PersonClear known, FoundPerson found) {
        Set<String> differences = differences(known, found);
        if (differences.contains(NAME)) {
            return Outcome.CONFLICTING;
        }
        return differences.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATED;
    }

    static Set<String> differences(PersonClear known, FoundPerson found) {
        Set<String> differences = new TreeSet<>();
        note(NAME, known.name(), found.name().value(), differences);
        note("phone", known.phone(), found.phone().value(), differences);
        note("address", known.address(), found.address(), differences);
        note("sex", known.sex(), found.sex(), differences);
        note("age", known.age(), found.age(), differences);
        return differences;
    }

    private static void note(String field, @Nullable Object one, @Nullable Object other, Set<String> differences) {
        if (!same(one, other)) {
            differences.add(field);
        }
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == null ? other == null : one.equals(other);
    }

    private PersonComparison() {}
}
