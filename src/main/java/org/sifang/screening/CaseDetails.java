package org.sifang.screening;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Answered by those who carry cases on: what the API tells of one beside what the register knows. */
public interface CaseDetails {

    /**
     * By case, then by the field's name in the answer ({@code isolation}, {@code tests}, {@code decision},
     * {@code followUpUntil}); values are written as JSON. Instants carry their offset.
     */
    Map<UUID, Map<String, Object>> of(Collection<UUID> cases);
}
