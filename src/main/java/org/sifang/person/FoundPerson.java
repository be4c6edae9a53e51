package org.sifang.person;

import org.jspecify.annotations.Nullable;

/**
 * A person as somebody found and typed her. Prints masked.
 *
 * @param sex as typed; what the document says stands in the document
 * @param age in completed years, as typed
 */
public record FoundPerson(
        Document document,
        PersonName name,
        @Nullable Sex sex,
        @Nullable Integer age,
        PhoneNumber phone,
        String address) {

    @Override
    public String toString() {
        return "FoundPerson[" + document + ", " + name + "]";
    }
}
