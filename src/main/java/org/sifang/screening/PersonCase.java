package org.sifang.screening;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;

/**
 * A person found for a notice; who she is stands in {@code person}.
 *
 * @param organization code of the organisation that answers for her
 * @param category code of a category of the notice
 * @param importId the import that brought her; null when she came without a sheet
 * @param carer code of the organisation that looks after her, a community as a rule; null until one is known
 */
public record PersonCase(
        UUID id,
        UUID notice,
        UUID person,
        String organization,
        DivisionCode division,
        @Nullable String sector,
        String category,
        CaseState state,
        Set<CaseMark> marks,
        Instant foundAt,
        @Nullable UUID importId,
        boolean selfDeclared,
        @Nullable String carer) {

    public PersonCase {
        marks = Set.copyOf(marks);
    }
}
