package org.sifang.inspection;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sifang.organization.Organization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of organisations that may be inspected. */
@Component
class TrackRecords {

    /** How far back findings count. */
    private static final Duration YEAR = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final List<CheckGaps> gaps;

    TrackRecords(JdbcClient jdbc, List<CheckGaps> gaps) {
        this.jdbc = jdbc;
        this.gaps = List.copyOf(gaps);
    }

    /** One for each organisation, by code; three statements for all of them. */
    Map<String, TrackRecord> of(Collection<Organization> organizations, Instant now) {
        String[] codes = organizations.stream().map(Organization::code).toArray(String[]::new);
        Map<String, Integer> findings = counts("""
                select organization, count(*) as number from finding
                 where organization = any(:codes) and found_at > :since and source <> 'SELF_CHECK'
                 group by organization""", codes, now.minus(YEAR));
        Map<String, Integer> apart = new HashMap<>();
        gaps.forEach(known -> known.of(List.of(codes), now.minus(YEAR))
                .forEach((code, number) -> apart.merge(code, number, Integer::sum)));
        Map<String, Instant> visits = visits(codes);
        Map<String, TrackRecord> records = new HashMap<>();
        for (Organization one : organizations) {
            Instant last = visits.get(one.code());
            Integer grade = one.grade();
            records.put(
                    one.code(),
                    new TrackRecord(
                            grade == null ? 0 : grade,
                            findings.getOrDefault(one.code(), 0),
                            last == null
                                    ? -1
                                    : (int) Duration.between(last, now).toDays(),
                            apart.getOrDefault(one.code(), 0)));
        }
        return records;
    }

    private Map<String, Integer> counts(String sql, String[] codes, Instant since) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql(sql)
                .param("codes", codes)
                .param("since", Timestamp.from(since))
                .query(row -> {
                    counts.put(row.getString("organization"), row.getInt("number"));
                });
        return counts;
    }

    private Map<String, Instant> visits(String[] codes) {
        Map<String, Instant> last = new HashMap<>();
        jdbc.sql("""
                        select organization, max(done_at) as last from inspection_visit
                         where organization = any(:codes) and done_at is not null group by organization""").param("codes", codes).query(row -> {
            last.put(row.getString("organization"), row.getTimestamp("last").toInstant());
        });
        return last;
    }
}
