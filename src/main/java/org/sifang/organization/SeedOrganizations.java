package org.sifang.organization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds the organisations of files that come with the house; what is there already stays as people changed it. */
@Component
class SeedOrganizations {

    private final ResourceLoader resources;
    private final OrganizationImport imports;
    private final Organizations organizations;

    SeedOrganizations(ResourceLoader resources, OrganizationImport imports, Organizations organizations) {
        this.resources = resources;
        this.imports = imports;
        this.organizations = organizations;
    }

    /** @param locations such as {@code classpath:organisations/tongliao.yaml} or {@code file:…} */
    @Transactional
    ImportCounts addMissing(List<String> locations, Instant now) {
        int created = 0;
        int unchanged = 0;
        for (String location : locations) {
            Table table = read(resources.getResource(location));
            Set<String> known = organizations.byCode().keySet();
            List<Table.Line> missing = table.lines().stream()
                    .filter(line -> !known.contains(String.valueOf(line.get("code"))))
                    .toList();
            unchanged += table.lines().size() - missing.size();
            if (!missing.isEmpty() || !table.faults().isEmpty()) {
                created += imports.take(new Table(missing, table.faults()), Scopes.EVERYTHING, now)
                        .created();
            }
        }
        return new ImportCounts(created, 0, unchanged);
    }

    private static Table read(Resource resource) {
        try {
            String name = String.valueOf(resource.getFilename());
            return TableReader.read(resource.getContentAsByteArray(), name, Columns.ORGANIZATION, "organisations");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
