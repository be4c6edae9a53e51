package org.sifang.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person without masks; only {@link People} gives one out, and writes that down. Prints masked.
 *
 * @param sex as typed
 * @param age in completed years, as typed
 * @param phone one or more numbers with {@code /} between them
 */
public record PersonClear(
        UUID id,
        Document document,
        String name,
        @Nullable Sex sex,
        @Nullable Integer age,
        String phone,
        String address) {

    /** What the document says, else what was typed. */
    public @Nullable Sex sexByDocument() {
        return document.sex().orElse(sex);
    }

    /** Completed years by the document, else as typed. */
    public @Nullable Integer ageByDocument(LocalDate today) {
        return document.ageOn(today).orElse(age);
    }

    public PersonMasked masked() {
        return PersonMasked.of(this);
    }

    @Override
    public String toString() {
        return masked().toString();
    }
}
