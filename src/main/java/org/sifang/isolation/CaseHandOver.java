package org.sifang.isolation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.organization.Officers;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.sifang.person.People;
import org.sifang.screening.CaseMark;
import org.sifang.screening.CaseState;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.sifang.worklist.WorkHandOver;
import org.sifang.worklist.WorkSubject.Party;
import org.springframework.stereotype.Component;

/** Gives cases into other hands: to somebody who looks after them, or to another division. */
@Component
class CaseHandOver {

    private static final Set<CaseState> OVER = Set.of(CaseState.CLOSED, CaseState.TRANSFERRED, CaseState.POSITIVE);

    private final FoundCases found;
    private final Organizations organizations;
    private final Officers officers;
    private final People people;
    private final PlannedTests tests;
    private final WorkHandOver work;
    private final CaseRecord record;
    private final CaseMessages messages;

    CaseHandOver(
            FoundCases found,
            Organizations organizations,
            Officers officers,
            People people,
            PlannedTests tests,
            WorkHandOver work,
            CaseRecord record,
            CaseMessages messages) {
        this.found = found;
        this.organizations = organizations;
        this.officers = officers;
        this.people = people;
        this.tests = tests;
        this.work = work;
        this.record = record;
        this.messages = messages;
    }

    /** @throws FaultsException when that organisation cannot look after all of them */
    void assign(Collection<UUID> ids, String code, Actor by, Instant now) {
        List<PersonCase> cases = found.find(new HashSet<>(ids)).stream()
                .filter(one -> FoundCases.inScope(one, by))
                .toList();
        if (cases.size() < new HashSet<>(ids).size()) {
            throw new NotFoundException("case");
        }
        Organization carer = organization("carer", code);
        boolean near = cases.stream()
                .allMatch(one -> one.organization().equals(code)
                        || one.division().county().covers(carer.division()));
        if (!near || carer.kind() == OrganizationKind.LAB) {
            throw new FaultsException(List.of(Fault.at("carer", "fault.isolation.carer.elsewhere", carer.name())));
        }
        Set<UUID> assigned = cases.stream().map(PersonCase::id).collect(Collectors.toSet());
        found.assign(assigned, code);
        // Who looks after somebody has to know whom.
        people.entrust(cases.stream().map(PersonCase::person).collect(Collectors.toSet()), code, now);
        record.keep(cases, "assigned", by.username(), now, one -> Map.of("carer", "organization:" + code));
        handOver(carer, officers.responsibleFor(code).responsible(), assigned);
    }

    /** @throws FaultsException when it cannot go there */
    void transfer(PersonCase before, String code, String reason, Actor by, Instant now) {
        if (OVER.contains(before.state())) {
            throw new StateConflictException(
                    "case", before.state().name(), "FOUND, ORDERED, ISOLATED, TESTED, RELEASED, FOLLOW_UP");
        }
        Organization to = organization("organization", code);
        if (to.kind() != OrganizationKind.COMMAND || code.equals(before.organization())) {
            throw new FaultsException(List.of(Fault.at("organization", "fault.isolation.transfer.there", to.name())));
        }
        Map<String, String> facts =
                Map.of("from", "organization:" + before.organization(), "to", "organization:" + code, "reason", reason);
        // Once for each side: who may read an entry is decided by its organisation.
        record.keep(before, "moved", by.username(), now, facts);
        found.transfer(before.id(), to);
        found.mark(List.of(before.id()), CaseMark.MOVED);
        people.entrust(List.of(before.person()), code, now);
        PersonCase after = found.find(before.id()).orElseThrow();
        record.keep(after, "received", by.username(), now, facts);
        handOver(to, null, Set.of(before.id()));
        messages.moved(after, code, before.organization(), reason);
    }

    /** The case's own tasks, and those of its tests that are not decided. */
    private void handOver(Organization to, @Nullable String responsible, Set<UUID> cases) {
        Set<UUID> subjects = new HashSet<>(cases);
        tests.of(cases).values().stream()
                .flatMap(List::stream)
                .filter(test -> test.result() == null)
                .forEach(test -> subjects.add(test.test()));
        work.to(new Party(to.code(), to.name(), to.division(), to.sector(), responsible), Role.COMMUNITY, subjects);
    }

    private Organization organization(String path, String code) {
        return organizations
                .find(code)
                .orElseThrow(() ->
                        new FaultsException(List.of(Fault.at(path, "fault.isolation.organization.unknown", code))));
    }
}
