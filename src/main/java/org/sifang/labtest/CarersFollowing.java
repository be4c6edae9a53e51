package org.sifang.labtest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sifang.organization.Officers;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.sifang.screening.CasesHandedOver;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.sifang.worklist.WorkHandOver;
import org.sifang.worklist.WorkSubject.Party;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Samples are to be taken by whoever looks after a case now: tasks that wait go along when it is handed over. */
@Component
class CarersFollowing {

    private final LabTestRows rows;
    private final FoundCases cases;
    private final Organizations organizations;
    private final Officers officers;
    private final WorkHandOver work;

    CarersFollowing(
            LabTestRows rows, FoundCases cases, Organizations organizations, Officers officers, WorkHandOver work) {
        this.rows = rows;
        this.cases = cases;
        this.organizations = organizations;
        this.officers = officers;
        this.work = work;
    }

    @EventListener
    void follow(CasesHandedOver handed) {
        Map<UUID, List<LabTest>> unsampled = rows.ofCases(handed.cases()).stream()
                .filter(test -> test.state() == TestState.ORDERED)
                .collect(Collectors.groupingBy(LabTest::caseId));
        Map<String, List<UUID>> byCarer = cases.find(unsampled.keySet()).stream()
                .collect(Collectors.groupingBy(
                        CarersFollowing::carer,
                        Collectors.flatMapping(
                                found -> unsampled.getOrDefault(found.id(), List.of()).stream()
                                        .map(LabTest::id),
                                Collectors.toList())));
        byCarer.forEach((code, tests) -> {
            Organization carer = organizations.require(code);
            String responsible = officers.responsibleFor(code).responsible();
            work.to(
                    new Party(code, carer.name(), carer.division(), carer.sector(), responsible),
                    Role.COMMUNITY,
                    tests);
        });
    }

    private static String carer(PersonCase found) {
        return found.carer() == null ? found.organization() : found.carer();
    }
}
