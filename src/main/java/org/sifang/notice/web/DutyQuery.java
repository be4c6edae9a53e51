package org.sifang.notice.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.DutyFilter;
import org.sifang.notice.DutyFilter.Tally;
import org.sifang.notice.DutyState;
import org.sifang.notice.Timeliness;
import org.springframework.web.util.UriComponentsBuilder;

/** What the address of the list of duties says; what cannot be read counts as not said. */
record DutyQuery(
        @Nullable String notice,
        @Nullable String obligation,
        @Nullable String organisation,
        @Nullable String state,
        @Nullable String timeliness,
        @Nullable String day,
        @Nullable String tally,
        @Nullable String q,
        @Nullable Integer page) {

    /** @param notice id of the notice meant; the address may also say its number */
    DutyFilter filter(@Nullable UUID notice) {
        return new DutyFilter(
                notice,
                Words.given(organisation),
                Words.given(obligation),
                Words.oneOf(DutyState.class, state),
                Words.oneOf(Timeliness.class, timeliness),
                date(),
                counted(),
                Words.given(q));
    }

    @Nullable
    public Tally counted() {
        return Words.oneOf(Tally.class, tally);
    }

    int from() {
        return page == null ? 0 : Math.max(page, 0);
    }

    public boolean narrowed() {
        return !href(null).equals("/duties") || counted() != null;
    }

    /** The same list narrowed to another of the counts; null shows all. */
    String href(@Nullable Tally other) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/duties");
        put(address, "notice", notice);
        put(address, "obligation", obligation);
        put(address, "organisation", organisation);
        put(address, "state", state);
        put(address, "timeliness", timeliness);
        put(address, "day", day);
        put(address, "q", q);
        put(address, "tally", other == null ? null : other.name());
        return address.encode().build().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable String value) {
        String given = Words.given(value);
        if (given != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, given));
        }
    }

    private @Nullable LocalDate date() {
        String given = Words.given(day);
        try {
            return given == null ? null : LocalDate.parse(given);
        } catch (DateTimeException notOne) {
            return null;
        }
    }
}
