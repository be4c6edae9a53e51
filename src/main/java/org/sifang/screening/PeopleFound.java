package org.sifang.screening;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * New people have come into the register: a sheet was read to its end, somebody declared herself, contacts were named.
 * Published in the transaction that took the last of them in.
 *
 * @param organization code of the organisation they are registered for
 * @param importId null when they came without a sheet
 * @param created how many have a case now that had none before
 */
public record PeopleFound(
        UUID notice, String organization, @Nullable UUID importId, int created) {}
