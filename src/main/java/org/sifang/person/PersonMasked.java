package org.sifang.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as everybody in scope may see her: 张*, 150502********123X, 199****0001, the street but not the house. */
public record PersonMasked(
        UUID id,
        DocumentType documentType,
        String idNumber,
        String name,
        @Nullable Sex sex,
        @Nullable Integer age,
        String phone,
        String address) {

    static PersonMasked of(PersonClear person) {
        return new PersonMasked(
                person.id(),
                person.document().type(),
                Masks.number(person.document().type(), person.document().number()),
                Masks.name(person.name()),
                person.sex(),
                person.age(),
                Masks.phone(person.phone()),
                Masks.address(person.address()));
    }
}
