package org.sifang.screening.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.screening.CaseFilter;
import org.sifang.screening.CaseMark;
import org.sifang.screening.CaseState;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.BindParam;

/** The filters of the list of people, as they stand in the address. */
record CaseQuery(
        @Nullable UUID notice,
        @Nullable String organisation,
        @Nullable String category,
        @Nullable CaseState state,
        @Nullable CaseMark mark,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate date,

        @BindParam("import") @Nullable UUID importId,
        @Nullable UUID below) {

    CaseFilter toFilter() {
        return new CaseFilter(notice, blank(organisation), blank(category), state, mark, date, importId);
    }

    /** The same notice and organisation, for the tiles. */
    CaseFilter base() {
        return new CaseFilter(notice, blank(organisation), null, null, null, null, null);
    }

    private static @Nullable String blank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
