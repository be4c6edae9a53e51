package org.sifang.reporting;

import java.util.List;

/**
 * People of one category.
 *
 * @param name the category's name as the notice gave it when the table was frozen
 */
public record CategoryCount(String code, String name, int people) {

    static int sum(List<CategoryCount> counts) {
        return counts.stream().mapToInt(CategoryCount::people).sum();
    }
}
