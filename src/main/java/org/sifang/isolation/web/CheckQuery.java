package org.sifang.isolation.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.CheckFilter;
import org.sifang.isolation.CheckFilter.Listing;

/** What the address of the page asks for; what cannot be read counts as not said. */
record CheckQuery(
        @Nullable String date,
        @Nullable String notice,
        @Nullable String organisation,
        @Nullable String list,
        @Nullable String page) {

    static final String VISITS = "VISITS";
    private static final int LAST_PAGE = 100_000;

    CheckFilter filter(LocalDate today) {
        return new CheckFilter(day(today), id(notice), given(organisation), listing());
    }

    LocalDate day(LocalDate today) {
        String given = given(date);
        try {
            return given == null ? today : LocalDate.parse(given);
        } catch (DateTimeException notOne) {
            return today;
        }
    }

    @Nullable
    Listing listing() {
        return Arrays.stream(Listing.values())
                .filter(one -> one.name().equals(list))
                .findFirst()
                .orElse(null);
    }

    boolean visitsOnly() {
        return VISITS.equals(list);
    }

    int at() {
        String given = given(page);
        return given == null || !given.matches("\\d{1,6}") ? 0 : Math.min(Integer.parseInt(given), LAST_PAGE);
    }

    /** What stands behind the path of the page, as it was asked for; empty when nothing was. */
    String address() {
        return address(given(organisation), visitsOnly() ? VISITS : name(listing()));
    }

    /** The same day's page of one organisation and list; null stands for all. */
    String address(@Nullable String code, @Nullable String wanted) {
        StringBuilder address = new StringBuilder();
        add(address, "date", given(date));
        add(address, "notice", id(notice));
        add(address, "organisation", code);
        add(address, "list", wanted);
        return address.toString();
    }

    private static @Nullable String name(@Nullable Listing listing) {
        return listing == null ? null : listing.name();
    }

    private static void add(StringBuilder address, String name, @Nullable Object value) {
        if (value != null && value.toString().matches("[\\w-]+")) {
            address.append(address.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(value);
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable UUID id(@Nullable String text) {
        String given = given(text);
        try {
            return given == null ? null : UUID.fromString(given);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }
}
