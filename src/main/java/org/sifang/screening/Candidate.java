package org.sifang.screening;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sifang.kernel.Fault;
import org.sifang.kernel.Sha256;
import org.sifang.person.FoundPerson;

/**
 * A person ready to be registered for a notice.
 *
 * @param category code of a category of the notice
 */
record Candidate(FoundPerson person, String category) {

    /**
     * Years by which a typed age may differ: people count in completed years or, by tradition, from one at birth, and
     * lists are typed days before they are sent.
     */
    private static final int AGE_TOLERANCE = 1;

    /** What was typed against what the document's number says; nothing is corrected. */
    List<Fault> contradictions(LocalDate today) {
        List<Fault> contradictions = new ArrayList<>();
        person.document()
                .sex()
                .filter(sex -> person.sex() != null && sex != person.sex())
                .ifPresent(sex -> contradictions.add(Fault.at(Column.SEX.path(), "fault.screening.contradiction.sex")));
        Integer typed = person.age();
        person.document()
                .ageOn(today)
                .filter(age -> typed != null && Math.abs(age - typed) > AGE_TOLERANCE)
                .ifPresent(age -> contradictions.add(Fault.at(Column.AGE.path(), "fault.screening.contradiction.age")));
        return contradictions;
    }

    /** Equal for rows that say the same of the same person. */
    long fingerprint() {
        String all = String.join(
                "\u001f",
                person.document().number(),
                person.name().value(),
                String.valueOf(person.sex()),
                String.valueOf(person.age()),
                person.phone().value(),
                person.address(),
                category);
        return ByteBuffer.wrap(Sha256.of(all)).getLong();
    }
}
