package org.sifang.reporting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * People of one category.
 *
 * @param name the category's name as the notice gave it when the table was frozen
 */
public record CategoryCount(String code, String name, int people) {

    /** One for each category, by its code. */
    static List<CategoryCount> merge(Stream<CategoryCount> counts) {
        Map<String, CategoryCount> merged = new TreeMap<>();
        counts.forEach(count -> merged.merge(
                count.code(),
                count,
                (one, other) -> new CategoryCount(one.code(), one.name(), one.people() + other.people())));
        return List.copyOf(merged.values());
    }

    static int sum(List<CategoryCount> counts) {
        return counts.stream().mapToInt(CategoryCount::people).sum();
    }
}
