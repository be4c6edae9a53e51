package org.sifang.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * People of one category.
 *
 * @param name the category's name as the notice gave it when the table was frozen
 */
public record CategoryCount(String code, String name, int people) {

    /** One for each category, in the order of their first appearance. */
    static List<CategoryCount> merge(Stream<CategoryCount> counts) {
        Map<String, CategoryCount> merged = new LinkedHashMap<>();
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
