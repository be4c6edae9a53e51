package org.sifang.screening.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.person.DocumentType;
import org.sifang.person.PersonClear;
import org.sifang.person.PersonMasked;
import org.sifang.person.Sex;
import org.sifang.screening.CaseMark;
import org.sifang.screening.CaseState;
import org.sifang.screening.CaseView;
import org.sifang.screening.PersonCase;

/**
 * A case as the API tells it. What {@link org.sifang.screening.CaseDetails} adds is written as it comes.
 *
 * @param carer code of the organisation that looks after her; null until one is known
 * @param category code of a category of the notice
 * @param name masked, as are idNumber, phone and address, unless the answer is to a reveal
 * @param age in completed years, as typed
 * @param isolation null until it is ordered
 * @param tests none until one is ordered
 * @param decision in words; null until there is one
 * @param followUpUntil null until she was released
 */
record CaseJson(
        UUID id,
        UUID notice,
        String organisation,
        @Nullable String carer,
        String category,
        String name,
        DocumentType documentType,
        String idNumber,
        @Nullable Sex sex,
        @Nullable Integer age,
        String phone,
        String address,
        CaseState state,
        Set<CaseMark> marks,
        OffsetDateTime foundAt,
        boolean masked,
        @Nullable Object isolation,
        Object tests,
        @Nullable Object decision,
        @Nullable Object followUpUntil) {

    static CaseJson of(CaseView view, Map<String, Object> details, ZoneId zone) {
        PersonMasked person = view.person();
        return of(
                view.found(),
                person.name(),
                person.documentType(),
                person.idNumber(),
                person.sex(),
                person.age(),
                person.phone(),
                person.address(),
                true,
                details,
                zone);
    }

    static CaseJson of(PersonCase found, PersonClear person, Map<String, Object> details, ZoneId zone) {
        return of(
                found,
                person.name(),
                person.document().type(),
                person.document().number(),
                person.sex(),
                person.age(),
                person.phone(),
                person.address(),
                false,
                details,
                zone);
    }

    private static CaseJson of(
            PersonCase found,
            String name,
            DocumentType type,
            String number,
            @Nullable Sex sex,
            @Nullable Integer age,
            String phone,
            String address,
            boolean masked,
            Map<String, Object> details,
            ZoneId zone) {
        return new CaseJson(
                found.id(),
                found.notice(),
                found.organization(),
                found.carer(),
                found.category(),
                name,
                type,
                number,
                sex,
                age,
                phone,
                address,
                found.state(),
                new TreeSet<>(found.marks()),
                found.foundAt().atZone(zone).toOffsetDateTime(),
                masked,
                details.get("isolation"),
                details.getOrDefault("tests", List.of()),
                details.get("decision"),
                details.get("followUpUntil"));
    }

    /** Clear data must not print. */
    @Override
    public String toString() {
        return "CaseJson[" + id + "]";
    }
}
