package org.sifang.screening;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are wanted; null leaves a side open.
 *
 * @param organization code; of a command, its whole area
 * @param category code of a category
 * @param state where they stand now, not what they went through
 * @param day on which they were found
 * @param carer code of the organisation that looks after them; {@link #NOBODY} for those whom nobody does
 * @param selfDeclared only those who declared themselves
 */
public record CaseFilter(
        @Nullable UUID notice,
        @Nullable String organization,
        @Nullable String category,
        @Nullable CaseState state,
        @Nullable CaseMark mark,
        @Nullable LocalDate day,
        @Nullable UUID importId,
        @Nullable String carer,
        boolean selfDeclared) {

    /** In the place of a carer's code. */
    public static final String NOBODY = "none";

    public static final CaseFilter EVERYBODY = new CaseFilter(null, null, null, null, null, null, null, null, false);

    /**
     * As it stands in the address of the list; a value that is none of its kind narrows nothing.
     *
     * @param parameters value by name, null for one that is missing
     */
    public static CaseFilter of(Function<String, @Nullable String> parameters) {
        return new CaseFilter(
                read(parameters.apply("notice"), UUID::fromString),
                read(parameters.apply("organisation"), code -> code),
                read(parameters.apply("category"), code -> code),
                read(parameters.apply("state"), CaseState::valueOf),
                read(parameters.apply("mark"), CaseMark::valueOf),
                read(parameters.apply("date"), LocalDate::parse),
                read(parameters.apply("import"), UUID::fromString),
                read(parameters.apply("carer"), code -> code),
                "true".equals(parameters.apply("declared")));
    }

    /** What {@link #of} reads; only the sides that are not open. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "notice", notice);
        put(parameters, "organisation", organization);
        put(parameters, "category", category);
        put(parameters, "state", state);
        put(parameters, "mark", mark);
        put(parameters, "date", day);
        put(parameters, "import", importId);
        put(parameters, "carer", carer);
        put(parameters, "declared", selfDeclared ? true : null);
        return parameters;
    }

    public CaseFilter in(@Nullable CaseState wanted) {
        return new CaseFilter(notice, organization, category, wanted, mark, day, importId, carer, selfDeclared);
    }

    public CaseFilter with(@Nullable CaseMark wanted) {
        return new CaseFilter(notice, organization, category, state, wanted, day, importId, carer, selfDeclared);
    }

    public CaseFilter on(@Nullable LocalDate found) {
        return new CaseFilter(notice, organization, category, state, mark, found, importId, carer, selfDeclared);
    }

    public CaseFilter caredForBy(@Nullable String code) {
        return new CaseFilter(notice, organization, category, state, mark, day, importId, code, selfDeclared);
    }

    public CaseFilter declared(boolean wanted) {
        return new CaseFilter(notice, organization, category, state, mark, day, importId, carer, wanted);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    private static <T> @Nullable T read(@Nullable String value, Function<String, T> reading) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return reading.apply(value.strip());
        } catch (IllegalArgumentException | DateTimeParseException notOne) {
            return null;
        }
    }
}
