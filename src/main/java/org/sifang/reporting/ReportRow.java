package org.sifang.reporting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.sifang.person.PersonClear;
import org.sifang.person.PersonMasked;
import org.sifang.person.Sex;

/**
 * One person of a table: the seven columns, and whose they are. Clear data; prints masked.
 *
 * @param person the person's case
 * @param age in completed years
 */
public record ReportRow(
        UUID person,
        DocumentType documentType,
        String name,
        @Nullable Sex sex,
        @Nullable Integer age,
        String number,
        String phone,
        String address,
        String categoryCode,
        String category) {

    /** The row as everybody in scope may see it. */
    public PersonMasked masked() {
        return new PersonClear(person, new Document(documentType, number), name, sex, age, phone, address).masked();
    }

    @Override
    public String toString() {
        return "ReportRow[" + person + "]";
    }
}
