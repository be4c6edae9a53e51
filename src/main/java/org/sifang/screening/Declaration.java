package org.sifang.screening;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;

/**
 * A declaration as the county may see it; what was written is sealed.
 *
 * @param organization code of the command that takes it up
 * @param personCase null until it is taken up, and while it is in conflict
 * @param merged whether the person was known for the notice before
 * @param differs fields that say something else than the register: name, phone, address, sex, age, category
 */
public record Declaration(
        UUID id,
        UUID notice,
        String organization,
        DivisionCode division,
        DeclarationState state,
        Instant receivedAt,
        @Nullable Instant takenAt,
        @Nullable Instant contactedAt,
        @Nullable String contactedBy,
        @Nullable UUID personCase,
        boolean merged,
        Set<String> differs) {

    public Declaration {
        differs = Set.copyOf(differs);
    }
}
