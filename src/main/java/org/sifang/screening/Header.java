package org.sifang.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The row with the headings: title rows may stand above it, other columns beside the known ones.
 *
 * @param row its number in the sheet
 * @param columns place of each known column, from 0
 * @param headings texts of the whole row as they stand there
 */
record Header(int row, Map<Column, Integer> columns, List<String> headings) {

    /** How many rows from the top the headings are looked for. */
    static final int WITHIN = 10;

    /** A row with fewer known headings is data or a title. */
    private static final int AT_LEAST = 2;

    private static final int LONGEST_SHOWN = 20;
    private static final Pattern DIGITS = Pattern.compile("\\d{4,}");

    Header {
        columns = Map.copyOf(columns);
        headings = List.copyOf(headings);
    }

    static Optional<Header> in(SheetRow row) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<String> headings = new ArrayList<>();
        int width = row.cells().size();
        while (width > 0 && row.cell(width - 1).isBlank()) {
            width--;
        }
        for (int place = 0; place < width; place++) {
            String heading = row.cell(place).text();
            headings.add(heading);
            int here = place;
            Column.under(heading).ifPresent(column -> columns.putIfAbsent(column, here));
        }
        return columns.size() < AT_LEAST ? Optional.empty() : Optional.of(new Header(row.number(), columns, headings));
    }

    /** The one of two that knows more columns; the first when they are equal. */
    static @Nullable Header better(@Nullable Header one, @Nullable Header other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.columns.size() > one.columns.size() ? other : one;
    }

    boolean isComplete() {
        return missing().isEmpty();
    }

    List<Column> missing() {
        return Arrays.stream(Column.values())
                .filter(column -> column.isRequired() && !columns.containsKey(column))
                .toList();
    }

    boolean isRepeatedIn(SheetRow row) {
        return columns.values().stream()
                .allMatch(place -> row.cell(place).text().equals(headings.get(place)));
    }

    SheetCell cell(SheetRow row, Column column) {
        Integer place = columns.get(column);
        return place == null ? SheetCell.BLANK : row.cell(place);
    }

    /** The headings for a message: short, and without long numbers should the row be none of headings after all. */
    String shown() {
        return String.join(
                "、",
                headings.stream()
                        .filter(heading -> !heading.isBlank())
                        .map(heading ->
                                heading.length() > LONGEST_SHOWN ? heading.substring(0, LONGEST_SHOWN) : heading)
                        .map(heading -> DIGITS.matcher(heading).replaceAll("…"))
                        .toList());
    }
}
