package org.sifang.emergency.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sifang.emergency.Branch;
import org.sifang.emergency.BranchView;
import org.sifang.emergency.Emergencies;
import org.sifang.emergency.Emergency;
import org.sifang.emergency.EmergencySteps;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.person.People;
import org.sifang.person.PersonMasked;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.sifang.worklist.TaskContext;
import org.sifang.worklist.TaskContext.Fact;
import org.sifang.worklist.TaskContext.TextKey;
import org.sifang.worklist.WorkSubject;
import org.sifang.worklist.WorkSubject.Party;
import org.sifang.worklist.WorkSubjects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the tasks of {@code emergency-response} are about. */
@Component
class EmergencyTasks implements WorkSubjects {

    private static final Map<String, Branch> BRANCHES = Map.of(
            "Task_ReportPositive", Branch.REPORT,
            "Task_ArrangeTransfer", Branch.TRANSFER,
            "Task_ReceivePatient", Branch.TRANSFER,
            "Task_TraceContacts", Branch.CONTACTS,
            "Task_InformUnit", Branch.UNIT,
            "Task_CloseSites", Branch.SITES,
            "Task_DisinfectSites", Branch.SITES,
            "Task_ReopenSites", Branch.REOPENING);

    private final Emergencies emergencies;
    private final FoundCases cases;
    private final People people;
    private final Notices notices;
    private final Organizations organizations;
    private final MessageSource messages;

    EmergencyTasks(
            Emergencies emergencies,
            FoundCases cases,
            People people,
            Notices notices,
            Organizations organizations,
            MessageSource messages) {
        this.emergencies = emergencies;
        this.cases = cases;
        this.people = people;
        this.notices = notices;
        this.organizations = organizations;
        this.messages = messages;
    }

    @Override
    public Set<String> processes() {
        return Set.of(EmergencyProcess.ID);
    }

    @Override
    public Map<UUID, WorkSubject> describe(String process, Collection<UUID> subjects) {
        List<Emergency> found = emergencies.find(subjects);
        Map<UUID, String> names = names(found);
        return found.stream().collect(Collectors.toMap(Emergency::id, one -> subject(one, names)));
    }

    /** The masked name of each emergency's person. */
    private Map<UUID, String> names(Collection<Emergency> found) {
        Map<UUID, UUID> person = cases
                .find(found.stream().map(Emergency::personCase).toList())
                .stream()
                .collect(Collectors.toMap(PersonCase::id, PersonCase::person));
        Map<UUID, PersonMasked> masked = people.masked(person.values());
        return found.stream().collect(Collectors.toMap(Emergency::id, one -> {
            PersonMasked known = masked.get(person.get(one.personCase()));
            return known == null ? "" : known.name();
        }));
    }

    private WorkSubject subject(Emergency emergency, Map<UUID, String> names) {
        NoticeView notice = notices.require(emergency.notice());
        Organization command = organizations.require(emergency.organization());
        Map<String, Instant> due = new HashMap<>();
        BRANCHES.forEach((task, branch) -> emergency.branch(branch).ifPresent(known -> due.put(task, known.dueAt())));
        return new WorkSubject(
                emergency.id(),
                words("emergency.task.title", names.getOrDefault(emergency.id(), "")),
                notice.caption() + " · " + command.name(),
                emergency.notice(),
                null,
                Map.of(
                        "COUNTY", party(command),
                        "HEALTH", party(emergencies.health(emergency)),
                        "HOSPITAL", party(emergencies.hospital(emergency))),
                emergency.nextDueAt().orElse(emergency.openedAt()),
                due);
    }

    /** In Chinese, as the notice's title and the tasks' names are: it is stored, and searched for. */
    private String words(String key, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, Locale.SIMPLIFIED_CHINESE));
    }

    private static Party party(Organization one) {
        return new Party(one.code(), one.name(), one.division(), one.sector(), null);
    }

    @Override
    public TaskContext context(String process, UUID subject, Actor reader) {
        Emergency emergency = emergencies.find(subject).orElseThrow(() -> new NotFoundException("emergency"));
        NoticeView notice = notices.require(emergency.notice());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("emergency.notice", notice.caption(), "/notices/" + notice.id()));
        facts.add(new Fact("emergency.openedAt", emergency.openedAt(), "/emergencies/" + emergency.id()));
        facts.add(new Fact("emergency.state", new TextKey("emergency.state." + emergency.state()), null));
        if (emergency.hospital() != null) {
            facts.add(new Fact(
                    "emergency.hospital", emergencies.hospital(emergency).name(), null));
        }
        Map<Branch, BranchView> branches =
                emergency.branches().stream().collect(Collectors.toMap(BranchView::branch, Function.identity()));
        return new TaskContext(
                null,
                "/emergencies/" + emergency.id(),
                EmergencySteps.of(branches),
                facts,
                List.of(emergency.id().toString()));
    }
}
