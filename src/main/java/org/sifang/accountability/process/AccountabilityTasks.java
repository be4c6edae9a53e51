package org.sifang.accountability.process;

import java.time.Clock;
import java.time.Duration;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.accountability.AccountabilityCase;
import org.sifang.accountability.AccountabilityCases;
import org.sifang.accountability.CaseNames;
import org.sifang.accountability.CaseSteps;
import org.sifang.organization.Actor;
import org.sifang.organization.Officers;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.organization.Wording;
import org.sifang.worklist.TaskContext;
import org.sifang.worklist.TaskContext.Fact;
import org.sifang.worklist.TaskContext.TextKey;
import org.sifang.worklist.WorkSubject;
import org.sifang.worklist.WorkSubject.Party;
import org.sifang.worklist.WorkSubjects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the tasks of {@code accountability} are about. */
@Component
class AccountabilityTasks implements WorkSubjects {

    /** For a step to which nobody has given a period. */
    private static final Duration AT_HAND = Duration.ofDays(3);

    private final AccountabilityCases cases;
    private final CaseNames names;
    private final Organizations organizations;
    private final Officers officers;
    private final Wording wording;
    private final MessageSource messages;
    private final Clock clock;

    AccountabilityTasks(
            AccountabilityCases cases,
            CaseNames names,
            Organizations organizations,
            Officers officers,
            Wording wording,
            MessageSource messages,
            Clock clock) {
        this.cases = cases;
        this.names = names;
        this.organizations = organizations;
        this.officers = officers;
        this.wording = wording;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Set<String> processes() {
        return Set.of(AccountabilityProcess.ID);
    }

    @Override
    public Map<UUID, WorkSubject> describe(String process, Collection<UUID> subjects) {
        List<AccountabilityCase> found = cases.find(subjects);
        Map<UUID, String> parties = names.parties(found);
        return found.stream()
                .collect(Collectors.toMap(
                        AccountabilityCase::id, one -> subject(one, parties.getOrDefault(one.id(), ""))));
    }

    private WorkSubject subject(AccountabilityCase one, String party) {
        Organization answering = organizations.require(one.organization());
        Organization authority = organizations.require(one.authority());
        String notice = names.notice(one);
        Map<String, Instant> due = new HashMap<>();
        if (one.statementDueAt() != null) {
            due.put("Task_MakeStatement", one.statementDueAt());
        }
        if (one.execution() != null) {
            due.put("Task_ConfirmExecution", one.execution().dueAt());
        }
        return new WorkSubject(
                one.id(),
                words("accountability.task.title", party),
                notice.isEmpty() ? answering.name() : notice + " · " + answering.name(),
                one.notice(),
                null,
                Map.of(
                        "PARTY",
                        party(
                                answering,
                                officers.responsibleFor(answering.code()).responsible()),
                        "AUTHORITY",
                        party(authority, null)),
                clock.instant().plus(AT_HAND),
                due);
    }

    /** In Chinese, as the notice's title and the tasks' names are: it is stored, and searched for. */
    private String words(String key, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, Locale.SIMPLIFIED_CHINESE));
    }

    private static Party party(Organization one, @Nullable String responsible) {
        return new Party(one.code(), one.name(), one.division(), one.sector(), responsible);
    }

    @Override
    public TaskContext context(String process, UUID subject, Actor reader) {
        AccountabilityCase one = cases.require(subject);
        String page = "/accountability/" + one.id();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("accountability.party", names.party(one), page));
        if (one.notice() != null) {
            facts.add(new Fact("accountability.notice", names.notice(one), "/notices/" + one.notice()));
        }
        facts.add(new Fact("accountability.breaches", one.breaches(), page + "#breaches"));
        facts.add(new Fact("accountability.openedAt", one.openedAt(), null));
        if (one.hearing() != null) {
            facts.add(new Fact(
                    "accountability.hearing",
                    new TextKey("accountability.hearing." + one.hearing().kind()),
                    page + "#hearing"));
        }
        if (one.assessment() != null && one.assessment().proposed() != null) {
            facts.add(new Fact(
                    "accountability.proposed",
                    new TextKey("accountability.measure." + one.assessment().proposed()),
                    page + "#assessment"));
            facts.add(new Fact(
                    "accountability.basis", String.valueOf(one.assessment().basis()), null));
        }
        return new TaskContext(
                null,
                page,
                CaseSteps.of(one, wording::officerName),
                facts,
                List.of(one.id().toString()));
    }
}
