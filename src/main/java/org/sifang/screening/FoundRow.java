package org.sifang.screening;

import java.util.UUID;
import org.sifang.person.PersonClear;

/**
 * A row of a table of found people. Prints masked.
 *
 * @param category code of a category of the notice
 */
public record FoundRow(UUID caseId, PersonClear person, String category) {}
