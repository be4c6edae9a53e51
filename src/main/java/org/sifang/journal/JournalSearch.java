package org.sifang.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the journal; null where it does not matter.
 *
 * @param organizations codes; an empty set finds nothing
 * @param actor user name, or {@code system}
 * @param from entries that happened at this moment or later
 * @param until entries that happened before it
 */
public record JournalSearch(
        @Nullable String subject,
        @Nullable UUID notice,
        @Nullable Set<String> organizations,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant until) {

    public JournalSearch {
        organizations = organizations == null ? null : Set.copyOf(organizations);
    }

    public static JournalSearch about(String subject) {
        return new JournalSearch(subject, null, null, null, null, null);
    }

    /** Conditions of a statement with what they bind; each begins with {@code and}. */
    record Conditions(String sql, Map<String, Object> parameters) {}

    Conditions conditions() {
        StringBuilder sql = new StringBuilder();
        Map<String, Object> parameters = new LinkedHashMap<>();
        put(sql, parameters, "e.subject = :subject", "subject", subject);
        put(sql, parameters, "e.notice = :notice", "notice", notice);
        put(
                sql,
                parameters,
                "e.organization = any(:organizations)",
                "organizations",
                organizations == null ? null : organizations.toArray(String[]::new));
        put(sql, parameters, "e.actor = :actor", "actor", actor);
        put(sql, parameters, "e.occurred_at >= :from", "from", from == null ? null : from.atOffset(ZoneOffset.UTC));
        put(sql, parameters, "e.occurred_at < :until", "until", until == null ? null : until.atOffset(ZoneOffset.UTC));
        if (actor != null && !actor.equals("system")) {
            sql.append(" and e.actor <> 'system'"); // lets the partial index be used
        }
        return new Conditions(sql.toString(), parameters);
    }

    private static void put(
            StringBuilder sql, Map<String, Object> parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }
}
