package org.sifang.isolation.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sifang.isolation.CaseWay;
import org.sifang.isolation.CasesAtHand;
import org.sifang.isolation.Isolation;
import org.sifang.isolation.IsolationWords;
import org.sifang.isolation.Isolations;
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
import org.sifang.worklist.TaskContext.TextKey;
import org.sifang.worklist.WorkSubject;
import org.sifang.worklist.WorkSubject.Party;
import org.sifang.worklist.WorkSubjects;
import org.springframework.stereotype.Component;

/** What the tasks of {@code person-case} are about. */
@Component
class CaseTasks implements WorkSubjects {

    private final CasesAtHand atHand;
    private final Isolations isolations;
    private final FoundCases found;
    private final People people;
    private final Notices notices;
    private final Organizations organizations;
    private final Officers officers;
    private final IsolationWords words;
    private final CaseWay way;

    CaseTasks(
            CasesAtHand atHand,
            Isolations isolations,
            FoundCases found,
            People people,
            Notices notices,
            Organizations organizations,
            Officers officers,
            IsolationWords words,
            CaseWay way) {
        this.atHand = atHand;
        this.isolations = isolations;
        this.found = found;
        this.people = people;
        this.notices = notices;
        this.organizations = organizations;
        this.officers = officers;
        this.words = words;
        this.way = way;
    }

    @Override
    public Set<String> processes() {
        return Set.of(PersonCaseProcess.ID);
    }

    @Override
    public Map<UUID, WorkSubject> describe(String process, Collection<UUID> subjects) {
        CasesAtHand.Known known = atHand.of(subjects);
        Map<String, Responsibility> answering = officers.responsible(known.cases().stream()
                .map(PersonCase::carer)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<UUID, NoticeView> read = new HashMap<>();
        return known.cases().stream()
                .filter(one -> subjects.contains(one.id()))
                .collect(Collectors.toMap(
                        PersonCase::id,
                        one -> subject(
                                one,
                                Objects.requireNonNull(known.isolations().get(one.id())),
                                read.computeIfAbsent(one.notice(), notices::require),
                                Optional.ofNullable(known.people().get(one.person()))
                                        .map(PersonMasked::name)
                                        .orElse(""),
                                code -> answering.getOrDefault(code, Responsibility.NOBODY))));
    }

    private WorkSubject subject(
            PersonCase one,
            Isolation isolation,
            NoticeView notice,
            String name,
            Function<String, Responsibility> answering) {
        String category = notice.definition()
                .category(one.category())
                .map(known -> known.name())
                .orElse(one.category());
        return new WorkSubject(
                one.id(),
                notice.title(),
                name + " · " + category,
                one.notice(),
                isolation.clause(),
                Map.of("CARER", carer(one, answering)),
                Optional.ofNullable(isolation.stepDueAt()).orElse(isolation.openedAt()),
                Map.of());
    }

    /** The case's own organisation, without a name, as long as nobody is told to look after her. */
    private Party carer(PersonCase one, Function<String, Responsibility> answering) {
        Organization organization = organizations.require(Objects.requireNonNullElse(one.carer(), one.organization()));
        return new Party(
                organization.code(),
                organization.name(),
                organization.division(),
                organization.sector(),
                one.carer() == null ? null : answering.apply(one.carer()).responsible());
    }

    @Override
    public TaskContext context(String process, UUID subject, Actor reader) {
        PersonCase one = found.find(subject).orElseThrow();
        Isolation isolation = isolations.require(subject);
        NoticeView notice = notices.require(one.notice());
        return new TaskContext(
                notice.definition().clause(isolation.clause()).text(),
                "/cases/" + subject,
                way.steps(one, isolation),
                facts(one, isolation, notice),
                List.of(subject.toString()));
    }

    private List<Fact> facts(PersonCase one, Isolation isolation, NoticeView notice) {
        PersonMasked person = people.view(one.person());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("isolation.notice", notice.caption(), "/notices/" + notice.id()));
        facts.add(new Fact("isolation.person", person.name(), "/cases/" + one.id()));
        facts.add(new Fact("isolation.phone", person.phone(), null));
        facts.add(new Fact("isolation.address", person.address(), null));
        facts.add(new Fact("isolation.measure", words.measure(isolation), null));
        facts.add(new Fact("isolation.state", new TextKey("chip.case." + one.state()), "/cases/" + one.id()));
        Instant until = isolation.untilAt();
        if (until != null) {
            facts.add(new Fact("isolation.until", until, null));
        }
        return facts;
    }
}
