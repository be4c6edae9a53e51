package org.sifang.inspection.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Finding;
import org.sifang.inspection.Findings;
import org.sifang.inspection.RectificationSteps;
import org.sifang.kernel.NotFoundException;
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

/** What the tasks of {@code rectification} are about. */
@Component
class RectificationTasks implements WorkSubjects {

    private final Findings findings;
    private final Notices notices;
    private final Organizations organizations;
    private final Officers officers;
    private final MessageSource messages;

    RectificationTasks(
            Findings findings,
            Notices notices,
            Organizations organizations,
            Officers officers,
            MessageSource messages) {
        this.findings = findings;
        this.notices = notices;
        this.organizations = organizations;
        this.officers = officers;
        this.messages = messages;
    }

    @Override
    public Set<String> processes() {
        return Set.of(RectificationProcess.ID);
    }

    @Override
    public Map<UUID, WorkSubject> describe(String process, Collection<UUID> subjects) {
        Map<UUID, String> captions = new HashMap<>();
        return findings.find(subjects).stream().collect(Collectors.toMap(Finding::id, one -> subject(one, captions)));
    }

    private WorkSubject subject(Finding finding, Map<UUID, String> captions) {
        Organization rectifier = organizations.require(finding.organization());
        Map<String, Instant> due = new HashMap<>();
        due.put("Task_OrderRectification", findings.orderDueAt(finding));
        Instant recheckDueAt = findings.recheckDueAt(finding);
        due.put("Task_NameRechecker", recheckDueAt);
        due.put("Task_RecheckRectification", recheckDueAt);
        Instant deadline = Objects.requireNonNullElse(finding.dueAt(), finding.foundAt());
        String caption = finding.notice() == null
                ? ""
                : captions.computeIfAbsent(
                        finding.notice(),
                        id -> " · " + notices.find(id).map(NoticeView::caption).orElse(""));
        return new WorkSubject(
                finding.id(),
                words("finding.task.title", finding.itemText()),
                rectifier.name() + caption,
                finding.notice(),
                finding.clause(),
                Map.of(
                        "RECTIFIER", party(rectifier, null),
                        "ORDERER", party(organizations.require(finding.orderer()), null),
                        "RECHECKER", rechecker(finding)),
                deadline,
                due);
    }

    /** Where the rechecker works; before one is named, nobody asks for it. */
    private Party rechecker(Finding finding) {
        String username = finding.rechecker();
        Optional<Officer> named = username == null ? Optional.empty() : officers.find(username);
        return party(organizations.require(named.map(Officer::organization).orElse(finding.orderer())), username);
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
        Finding finding = findings.find(subject).orElseThrow(() -> new NotFoundException("finding"));
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "finding.organization",
                organizations.require(finding.organization()).name(),
                null));
        facts.add(new Fact("finding.item", finding.itemText(), null));
        facts.add(new Fact("finding.description", finding.description(), "/inspections/findings/" + finding.id()));
        facts.add(new Fact("finding.severity", new TextKey("finding.severity." + finding.severity()), null));
        facts.add(new Fact("finding.source", new TextKey("finding.source." + finding.source()), null));
        if (finding.repeatOf() != null) {
            facts.add(new Fact(
                    "finding.repeat",
                    new TextKey("finding.repeat.see"),
                    "/inspections/findings/" + finding.repeatOf()));
        }
        findings.rounds(subject).forEach(round -> {
            facts.add(new Fact("finding.instruction", round.instruction(), null));
            if (round.evidence() != null) {
                facts.add(new Fact("finding.evidence", round.evidence(), null));
            }
        });
        if (finding.notice() != null) {
            notices.find(finding.notice())
                    .ifPresent(notice ->
                            facts.add(new Fact("finding.notice", notice.caption(), "/notices/" + notice.id())));
        }
        return new TaskContext(
                finding.clauseText(),
                "/inspections/findings/" + finding.id(),
                RectificationSteps.of(finding),
                facts,
                List.of(finding.id().toString()));
    }
}
