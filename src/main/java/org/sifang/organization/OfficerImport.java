package org.sifang.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.OfficerRecords.NewOfficer;
import org.sifang.organization.OfficerRows.Row;
import org.sifang.organization.Table.Faults;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes officers from a file, all or none. Taking the same file again changes nothing. */
@Service
public class OfficerImport {

    private final OfficerRecords records;
    private final Officers officers;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;

    OfficerImport(
            OfficerRecords records, Officers officers, Organizations organizations, ApplicationEventPublisher events) {
        this.records = records;
        this.officers = officers;
        this.organizations = organizations;
        this.events = events;
    }

    /** @param passwords initial passwords of the new officers by user name, to be shown once */
    public record Result(ImportCounts counts, Map<String, String> passwords) {

        @Override
        public String toString() {
            return counts.toString();
        }
    }

    /**
     * @param filename decides by its ending whether the content is YAML (or JSON) or CSV
     * @throws FaultsException with every fault of the file; nothing was changed then
     */
    @Transactional
    public Result take(byte[] content, String filename, Actor by, Instant now) {
        by.require(Role.ADMIN);
        Table table = TableReader.read(content, filename, Columns.OFFICER, "officers");
        records.oneAtATime();
        Faults faults = new Faults();
        table.faults().forEach(faults::add);
        List<Row> rows = OfficerRows.read(table, faults);
        Map<String, Officer> known =
                officers
                        .findAll(
                                rows.stream().map(row -> row.draft().username()).toList())
                        .stream()
                        .collect(Collectors.toMap(Officer::username, Function.identity()));
        Map<String, Responsibility> appointed = appointments(rows, faults);
        Map<String, Organization> places = organizations.byCode();
        for (Row row : rows) {
            Organization place = places.get(row.draft().organization());
            boolean inScope = place != null && by.scope().covers(place);
            check(row, inScope, known.get(row.draft().username()), by, faults);
        }
        if (!faults.found().isEmpty()) {
            throw new FaultsException(faults.found());
        }
        return write(rows, known, appointed, by, now);
    }

    private static void check(Row row, boolean inScope, @Nullable Officer before, Actor by, Faults faults) {
        OfficerDraft draft = row.draft();
        for (Fault fault : draft.faults()) {
            faults.add(row.line().fault(fault.path(), fault.code(), fault.args().toArray()));
        }
        if (!inScope) {
            faults.add(row.line().fault("organisation", "fault.officer.unknown-organisation", draft.organization()));
        } else if (before != null && !before.organization().equals(draft.organization())) {
            faults.add(row.line().fault("organisation", "fault.officer.other-organisation", before.organization()));
        } else if (before != null && !before.active()) {
            faults.add(row.line().fault("username", "fault.officer.inactive", before.username()));
        }
        if (draft.username().equals(by.username()) && !draft.roles().contains(Role.ADMIN)) {
            faults.add(row.line().fault("roles", "fault.officer.own-administration"));
        }
    }

    /** What the file says about who answers, over what is known already. */
    private Map<String, Responsibility> appointments(List<Row> rows, Faults faults) {
        Map<String, Responsibility> before = officers.responsible(
                rows.stream().map(row -> row.draft().organization()).distinct().toList());
        Map<String, @Nullable String> responsible = new HashMap<>();
        Map<String, @Nullable String> deputies = new HashMap<>();
        for (Row row : rows) {
            String organization = row.draft().organization();
            if (row.responsible()
                    && responsible.putIfAbsent(organization, row.draft().username()) != null) {
                faults.add(row.line().fault("responsible", "fault.officer.two-responsible", organization));
            }
            if (row.deputy() && deputies.putIfAbsent(organization, row.draft().username()) != null) {
                faults.add(row.line().fault("deputy", "fault.officer.two-responsible", organization));
            }
            if (row.deputy() && row.responsible()) {
                faults.add(row.line().fault("deputy", "fault.officer.deputy-same"));
            }
        }
        Map<String, Responsibility> after = new LinkedHashMap<>();
        before.forEach((organization, old) -> {
            String first = responsible.getOrDefault(organization, old.responsible());
            String second = deputies.getOrDefault(organization, old.deputy());
            Responsibility merged = new Responsibility(first, second != null && second.equals(first) ? null : second);
            if (!merged.equals(old)) {
                after.put(organization, merged);
            }
        });
        return after;
    }

    private Result write(
            List<Row> rows, Map<String, Officer> known, Map<String, Responsibility> appointed, Actor by, Instant now) {
        List<NewOfficer> created = new ArrayList<>();
        List<OfficerDraft> updated = new ArrayList<>();
        Map<String, String> passwords = new LinkedHashMap<>();
        for (Row row : rows) {
            OfficerDraft draft = row.draft();
            Officer before = known.get(draft.username());
            if (before == null) {
                InitialPassword password = InitialPassword.random();
                passwords.put(draft.username(), password.text());
                created.add(new NewOfficer(draft, password.hash(), true));
            } else if (!draft.says(before)) {
                updated.add(draft);
            }
        }
        records.addAll(created, now);
        records.changeAll(updated, now);
        appointed.forEach(records::appoint);
        ImportCounts counts =
                new ImportCounts(created.size(), updated.size(), rows.size() - created.size() - updated.size());
        events.publishEvent(new Administered(
                now,
                by.username(),
                "officers.imported",
                "organisation",
                by.organization(),
                by.organization(),
                Map.of(
                        "created", String.valueOf(counts.created()),
                        "updated", String.valueOf(counts.updated()),
                        "unchanged", String.valueOf(counts.unchanged()))));
        return new Result(counts, passwords);
    }
}
