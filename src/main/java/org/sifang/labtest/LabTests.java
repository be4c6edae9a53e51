package org.sifang.labtest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Role;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** The tests as they stand, for those who may see their case or their laboratory. */
@Service
public class LabTests {

    private final LabTestRows rows;
    private final ResultRows results;
    private final FoundCases cases;
    private final Laboratories laboratories;

    LabTests(LabTestRows rows, ResultRows results, FoundCases cases, Laboratories laboratories) {
        this.rows = rows;
        this.results = results;
        this.cases = cases;
        this.laboratories = laboratories;
    }

    /** In no order; those that do not exist are left out. */
    public List<LabTest> find(Collection<UUID> ids) {
        return rows.find(ids);
    }

    /** @throws NotFoundException when there is none */
    public LabTest require(UUID id) {
        return rows.find(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFoundException("test"));
    }

    /** @throws NotFoundException when there is none whose case or laboratory is in his scope */
    public LabTest require(UUID id, Actor reader) {
        LabTest test = require(id);
        boolean seesLaboratory = test.laboratory() != null
                && laboratories
                        .find(test.laboratory())
                        .filter(reader.scope()::covers)
                        .isPresent();
        if (!seesLaboratory && !seesCase(test, reader)) {
            throw new NotFoundException("test");
        }
        return test;
    }

    public boolean seesCase(LabTest test, Actor reader) {
        return cases.find(test.caseId())
                .filter(found -> FoundCases.inScope(found, reader))
                .isPresent();
    }

    /** Whether he looks after the case: its carer, and those who answer for it. */
    public boolean caresFor(PersonCase found, Actor actor) {
        return actor.is(Role.SERVICE)
                || Stream.of(
                                found.carer() + "/" + Role.COMMUNITY,
                                found.organization() + "/" + Role.COMMUNITY,
                                found.organization() + "/" + Role.OFFICER,
                                found.organization() + "/" + Role.LEADER)
                        .anyMatch(actor.groups()::contains);
    }

    void requireCarer(UUID test, Actor actor) {
        PersonCase found = cases.require(require(test).caseId(), actor);
        if (!caresFor(found, actor)) {
            throw new AccessDeniedException("Does not look after this case");
        }
    }

    /** By case, each in the order of the plan; cases without a test are left out. */
    public Map<UUID, List<LabTest>> ofCases(Collection<UUID> ids) {
        return rows.ofCases(ids).stream().collect(Collectors.groupingBy(LabTest::caseId));
    }

    /** By test, the earliest first; corrections and invalid samples are among them. */
    public Map<UUID, List<RecordedResult>> results(Collection<UUID> tests) {
        return results.of(tests).stream().collect(Collectors.groupingBy(RecordedResult::test));
    }

    /** Where a sample of this case may go: the county's own laboratory first. */
    public List<Organization> laboratories(PersonCase found) {
        return laboratories.near(found.division());
    }
}
