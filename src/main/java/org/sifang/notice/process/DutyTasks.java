package org.sifang.notice.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.notice.DutySteps;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Officer;
import org.sifang.organization.Officers;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.worklist.TaskContext;
import org.sifang.worklist.TaskContext.Fact;
import org.sifang.worklist.TaskContext.TextKey;
import org.sifang.worklist.WorkSubject;
import org.sifang.worklist.WorkSubject.Party;
import org.sifang.worklist.WorkSubjects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the tasks of {@code duty} are about. */
@Component
class DutyTasks implements WorkSubjects {

    /** Time the issuer has to judge what was handed in. */
    private static final Duration TO_JUDGE = Duration.ofHours(4);

    private final Duties duties;
    private final Notices notices;
    private final Organizations organizations;
    private final Officers officers;
    private final MessageSource messages;
    private final Clock clock;

    DutyTasks(
            Duties duties,
            Notices notices,
            Organizations organizations,
            Officers officers,
            MessageSource messages,
            Clock clock) {
        this.duties = duties;
        this.notices = notices;
        this.organizations = organizations;
        this.officers = officers;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Set<String> processes() {
        return Set.of(DutyProcess.ID);
    }

    @Override
    public Map<UUID, WorkSubject> describe(String process, Collection<UUID> subjects) {
        Map<UUID, NoticeView> known = new HashMap<>();
        return duties.find(subjects).values().stream()
                .collect(Collectors.toMap(
                        Duty::id, duty -> subject(duty, known.computeIfAbsent(duty.notice(), notices::require))));
    }

    private WorkSubject subject(Duty duty, NoticeView notice) {
        Organization issuer = organizations.require(duty.issuer());
        Map<String, Party> parties = Map.of(
                "ADDRESSEE",
                new Party(
                        duty.organization(),
                        duty.organizationName(),
                        duty.division(),
                        duty.sector(),
                        duty.responsible()),
                "ISSUER",
                new Party(issuer.code(), issuer.name(), issuer.division(), issuer.sector(), null));
        Map<String, Instant> dueByTask = new HashMap<>();
        dueByTask.put("Task_Judge", clock.instant().plus(TO_JUDGE));
        if (duty.receiptDueAt() != null) {
            dueByTask.put("Task_Receive", duty.receiptDueAt());
        }
        return new WorkSubject(
                duty.id(),
                notice.title(),
                kind(duty) + " · " + duty.organizationName(),
                duty.notice(),
                duty.clause(),
                parties,
                duty.dueAt(),
                dueByTask);
    }

    @Override
    public TaskContext context(String process, UUID subject, Actor reader) {
        Duty duty = duties.require(subject);
        NoticeView notice = notices.require(duty.notice());
        return new TaskContext(
                notice.definition().clause(duty.clause()).text(),
                "/duties/" + duty.id(),
                DutySteps.of(duty, this::name),
                facts(duty, notice),
                List.of(duty.id().toString()));
    }

    private List<Fact> facts(Duty duty, NoticeView notice) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("duty.notice", notice.caption(), "/notices/" + notice.id()));
        facts.add(new Fact("duty.organization", duty.organizationName(), null));
        facts.add(new Fact("duty.kind", new TextKey("duty.kind." + duty.kind()), null));
        facts.add(new Fact("duty.dueAt", duty.dueAt(), null));
        facts.add(new Fact("duty.state", new TextKey("duty.state." + duty.state()), "/duties/" + duty.id()));
        if (duty.responsible() != null) {
            facts.add(new Fact("duty.responsible", name(duty.responsible()), null));
        }
        if (duty.rungAction() != null) {
            facts.add(new Fact("duty.rung", new TextKey("duty.rung." + duty.rungAction()), null));
        }
        if (duty.reason() != null) {
            facts.add(new Fact("duty.reason", duty.reason(), null));
        }
        return facts;
    }

    /** In Chinese, as the notice's title and the tasks' names are: it is stored, and searched for. */
    private String kind(Duty duty) {
        return messages.getMessage("duty.kind." + duty.kind(), null, Locale.SIMPLIFIED_CHINESE);
    }

    private String name(String username) {
        return officers.find(username).map(Officer::name).orElse(username);
    }
}
