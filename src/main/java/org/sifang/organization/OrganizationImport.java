package org.sifang.organization;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.OrganizationRows.Row;
import org.sifang.organization.Table.Faults;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes organisations from a file, all or none. Taking the same file again changes nothing. Organisations that a file
 * does not name stay as they are: a county imports its own part.
 */
@Service
public class OrganizationImport {

    private final JdbcTemplate jdbc;
    private final Organizations organizations;
    private final Actors actors;
    private final ApplicationEventPublisher events;

    OrganizationImport(
            JdbcTemplate jdbc, Organizations organizations, Actors actors, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.actors = actors;
        this.events = events;
    }

    /**
     * @param filename decides by its ending whether the content is YAML (or JSON) or CSV
     * @throws FaultsException with every fault of the file; nothing was changed then
     */
    @Transactional
    public ImportCounts take(byte[] content, String filename, Actor by, Instant now) {
        by.require(Role.ADMIN);
        Table table = TableReader.read(content, filename, Columns.ORGANIZATION, "organisations");
        ImportCounts counts = take(table, by.scope(), now);
        events.publishEvent(new Administered(
                now,
                by.username(),
                "organisations.imported",
                "organisation",
                by.organization(),
                by.organization(),
                Map.of(
                        "created", String.valueOf(counts.created()),
                        "updated", String.valueOf(counts.updated()),
                        "unchanged", String.valueOf(counts.unchanged()))));
        return counts;
    }

    /** @param allowed what the importer may touch, as it is and as it shall be */
    ImportCounts take(Table table, Scope allowed, Instant now) {
        // Two imports at once could each be free of cycles and make one together.
        jdbc.execute("lock table organization in share row exclusive mode");
        organizations.changed();
        actors.changed();
        Map<String, Organization> known = organizations.byCode();
        Faults faults = new Faults();
        table.faults().forEach(faults::add);
        List<Row> rows = OrganizationRows.read(table, faults);
        check(table, rows, known, allowed, faults);
        if (!faults.found().isEmpty()) {
            throw new FaultsException(faults.found());
        }
        return write(rows, known, now);
    }

    private static void check(
            Table table, List<Row> rows, Map<String, Organization> known, Scope allowed, Faults faults) {
        // A parent on a line with a fault of its own is still there: no second fault for its children.
        Set<String> codes = table.lines().stream()
                .flatMap(line -> Stream.ofNullable(line.get("code")))
                .collect(Collectors.toCollection(HashSet::new));
        codes.addAll(known.keySet());
        Map<String, @Nullable String> parents = new HashMap<>();
        known.values().forEach(organization -> parents.put(organization.code(), organization.parent()));
        rows.forEach(
                row -> parents.put(row.organization().code(), row.organization().parent()));
        for (Row row : rows) {
            Organization organization = row.organization();
            Organization before = known.get(organization.code());
            if (!allowed.covers(organization) || (before != null && !allowed.covers(before))) {
                faults.add(row.line().fault("code", "fault.organization.out-of-scope", organization.code()));
            }
            String parent = organization.parent();
            if (parent != null && !codes.contains(parent)) {
                faults.add(row.line().fault("parent", "fault.organization.unknown-parent", parent));
            } else if (parent != null
                    && !parent.equals(organization.code())
                    && inCircle(organization.code(), parents)) {
                faults.add(row.line().fault("parent", "fault.organization.circle", parent));
            }
        }
    }

    private static boolean inCircle(String code, Map<String, @Nullable String> parents) {
        Set<String> passed = new HashSet<>();
        String above = parents.get(code);
        while (above != null && passed.add(above)) {
            if (above.equals(code)) {
                return true;
            }
            above = parents.get(above);
        }
        return false;
    }

    private ImportCounts write(List<Row> rows, Map<String, Organization> known, Instant now) {
        List<Organization> changed = new ArrayList<>();
        int created = 0;
        for (Row row : rows) {
            Organization before = known.get(row.organization().code());
            if (before == null) {
                created++;
            }
            if (!row.organization().equals(before)) {
                changed.add(row.organization());
            }
        }
        jdbc.batchUpdate("""
                insert into organization (code, name, kind, level, division, parent, sector, grade, unit_kind, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (code) do update set
                    name = excluded.name, kind = excluded.kind, level = excluded.level, division = excluded.division,
                    parent = excluded.parent, sector = excluded.sector, grade = excluded.grade,
                    unit_kind = excluded.unit_kind, changed_at = excluded.changed_at
                """, changed, 500, (statement, organization) -> {
            statement.setString(1, organization.code());
            statement.setString(2, organization.name());
            statement.setString(3, organization.kind().name());
            statement.setString(4, organization.level().name());
            statement.setString(5, organization.division().value());
            statement.setString(6, organization.parent());
            statement.setString(7, organization.sector());
            statement.setObject(8, organization.grade());
            statement.setString(9, organization.unitKind());
            statement.setTimestamp(10, Timestamp.from(now));
        });
        return new ImportCounts(created, changed.size() - created, rows.size() - changed.size());
    }
}
