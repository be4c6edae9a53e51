package org.sifang.labtest.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.labtest.LabTest;
import org.sifang.labtest.LabTests;
import org.sifang.labtest.TestState;
import org.sifang.notice.Category;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Officers;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.organization.Responsibility;
import org.sifang.person.People;
import org.sifang.person.PersonMasked;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.sifang.worklist.TaskContext;
import org.sifang.worklist.TaskContext.Fact;
import org.sifang.worklist.TaskContext.Progress;
import org.sifang.worklist.TaskContext.Step;
import org.sifang.worklist.TaskContext.TextKey;
import org.sifang.worklist.WorkSubject;
import org.sifang.worklist.WorkSubject.Party;
import org.sifang.worklist.WorkSubjects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the tasks of {@code lab-test} are about. */
@Component
class LabTestTasks implements WorkSubjects {

    private final LabTests tests;
    private final FoundCases cases;
    private final People people;
    private final Notices notices;
    private final Organizations organizations;
    private final Officers officers;
    private final MessageSource messages;

    LabTestTasks(
            LabTests tests,
            FoundCases cases,
            People people,
            Notices notices,
            Organizations organizations,
            Officers officers,
            MessageSource messages) {
        this.tests = tests;
        this.cases = cases;
        this.people = people;
        this.notices = notices;
        this.organizations = organizations;
        this.officers = officers;
        this.messages = messages;
    }

    @Override
    public Set<String> processes() {
        return Set.of(LabTestProcess.ID);
    }

    @Override
    public Map<UUID, WorkSubject> describe(String process, Collection<UUID> subjects) {
        List<LabTest> found = tests.find(subjects);
        Map<UUID, PersonCase> of = cases
                .find(found.stream().map(LabTest::caseId).toList())
                .stream()
                .collect(Collectors.toMap(PersonCase::id, one -> one));
        Map<UUID, PersonMasked> masked =
                people.masked(found.stream().map(LabTest::person).distinct().toList());
        Map<String, Responsibility> responsible = officers.responsible(
                of.values().stream().map(LabTestTasks::carer).distinct().toList());
        Map<UUID, Optional<NoticeView>> known = new HashMap<>();
        Map<UUID, WorkSubject> described = new HashMap<>();
        for (LabTest test : found) {
            PersonCase one = of.get(test.caseId());
            PersonMasked person = masked.get(test.person());
            if (one != null && person != null) {
                Optional<NoticeView> notice = known.computeIfAbsent(test.notice(), notices::find);
                described.put(test.id(), subject(test, one, person.name(), notice, responsible));
            }
        }
        return described;
    }

    /** Both lines in Chinese, as the tasks' names are: they are stored, and searched for. */
    private WorkSubject subject(
            LabTest test,
            PersonCase found,
            String name,
            Optional<NoticeView> notice,
            Map<String, Responsibility> responsible) {
        String carer = carer(found);
        Map<String, Party> parties = new HashMap<>();
        parties.put(
                "CARER",
                party(
                        carer,
                        responsible.getOrDefault(carer, Responsibility.NOBODY).responsible()));
        if (test.laboratory() != null) {
            parties.put("LABORATORY", party(test.laboratory(), null));
        }
        String sample = test.sample() == null ? "" : say("labtest.task.sample", test.sample()) + " · ";
        Map<String, Instant> dueByTask = new HashMap<>();
        put(dueByTask, "Task_ReceiveSample", test.deliveryDueAt());
        put(dueByTask, "Task_RecordResult", test.resultDueAt());
        return new WorkSubject(
                test.id(),
                say("labtest.task.title", name, test.number()),
                sample + notice.map(NoticeView::caption).orElse(""),
                test.notice(),
                notice.flatMap(one -> category(one, found))
                        .map(Category::clause)
                        .orElse(null),
                parties,
                test.dueAt(),
                dueByTask);
    }

    private static void put(Map<String, Instant> due, String task, @Nullable Instant at) {
        if (at != null) {
            due.put(task, at);
        }
    }

    private Party party(String code, @Nullable String responsible) {
        Organization organization = organizations.require(code);
        return new Party(code, organization.name(), organization.division(), organization.sector(), responsible);
    }

    @Override
    public TaskContext context(String process, UUID subject, Actor reader) {
        LabTest test = tests.require(subject);
        PersonCase found = cases.find(test.caseId()).orElseThrow();
        Optional<NoticeView> notice = notices.find(test.notice());
        boolean seesCase = FoundCases.inScope(found, reader);
        return new TaskContext(
                notice.flatMap(one -> category(one, found)
                                .map(category -> one.definition()
                                        .clause(category.clause())
                                        .text()))
                        .orElse(null),
                seesCase ? "/cases/" + found.id() : "/lab/tests/" + test.id(),
                steps(test),
                facts(test, found, notice, seesCase),
                seesCase ? List.of(found.id().toString()) : List.of());
    }

    private static List<Step> steps(LabTest test) {
        return List.of(
                new Step("labtest.step.ordered", Progress.DONE, test.orderedAt(), null),
                step("labtest.step.sampled", test.sampledAt(), test.state() == TestState.ORDERED),
                step("labtest.step.delivered", test.deliveredAt(), test.state() == TestState.SAMPLED),
                step("labtest.step.result", test.testedAt(), test.state() == TestState.DELIVERED));
    }

    private static Step step(String label, @Nullable Instant at, boolean now) {
        return new Step(label, at != null ? Progress.DONE : now ? Progress.NOW : Progress.AHEAD, at, null);
    }

    private List<Fact> facts(LabTest test, PersonCase found, Optional<NoticeView> notice, boolean seesCase) {
        List<Fact> facts = new ArrayList<>();
        PersonMasked person = people.view(test.person());
        facts.add(new Fact("labtest.fact.person", person.name(), seesCase ? "/cases/" + found.id() : null));
        facts.add(new Fact("labtest.fact.document", person.idNumber(), null));
        notice.ifPresent(one -> facts.add(new Fact("labtest.fact.notice", one.caption(), null)));
        facts.add(new Fact("labtest.fact.number", test.number(), null));
        if (test.attempt() > 1) {
            facts.add(new Fact("labtest.fact.attempt", test.attempt(), null));
        }
        facts.add(new Fact(
                "labtest.fact.paidBy",
                new TextKey("labtest.paidBy." + (test.exemption() == null ? test.paidBy() : "EXEMPT")),
                null));
        facts.add(new Fact("labtest.fact.dueAt", test.dueAt(), null));
        if (test.sample() != null) {
            facts.add(new Fact("labtest.fact.sample", test.sample(), "/lab/tests/" + test.id()));
        }
        if (test.laboratory() != null) {
            facts.add(new Fact(
                    "labtest.fact.laboratory",
                    organizations.require(test.laboratory()).name(),
                    null));
        }
        return facts;
    }

    private static Optional<Category> category(NoticeView notice, PersonCase found) {
        return notice.definition().categories().stream()
                .filter(category -> category.code().equals(found.category()))
                .findFirst();
    }

    private static String carer(PersonCase found) {
        return found.carer() == null ? found.organization() : found.carer();
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, Locale.SIMPLIFIED_CHINESE);
    }
}
