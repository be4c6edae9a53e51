package org.sifang.organization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sifang.organization.Scope.Reach;

/**
 * A scope as a condition of an SQL statement, so that a list is cut to what its reader may see before it is counted and
 * paged. The values are bound, never written into the text.
 *
 * @param sql a condition in brackets, to be joined with {@code and}; {@code (false)} for a scope that reaches nothing
 * @param parameters named parameters of the condition; each name begins with {@code scope_}
 */
public record ScopeFilter(String sql, Map<String, Object> parameters) {

    public ScopeFilter {
        parameters = Map.copyOf(parameters);
    }

    /**
     * @param organization column with the code of the owning organisation, such as {@code d.organization}
     * @param division column with its division
     * @param sector column with its sector; null in the row for what belongs to no line
     */
    public static ScopeFilter of(Scope scope, String organization, String division, String sector) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        int number = 0;
        for (Reach reach : scope.reaches()) {
            String name = "scope_" + number++;
            if (reach.organization() != null) {
                conditions.add(organization + " = :" + name + "o");
                parameters.put(name + "o", reach.organization());
            } else if (reach.divisionPrefix() != null) {
                String place = division + " like :" + name + "d";
                parameters.put(name + "d", reach.divisionPrefix() + "%");
                if (reach.sector() == null) {
                    conditions.add(place);
                } else {
                    conditions.add("(" + place + " and " + sector + " = :" + name + "s)");
                    parameters.put(name + "s", reach.sector());
                }
            }
        }
        return new ScopeFilter(
                conditions.isEmpty() ? "(false)" : "(" + String.join(" or ", conditions) + ")", parameters);
    }
}
