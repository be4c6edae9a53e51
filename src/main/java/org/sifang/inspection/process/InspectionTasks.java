package org.sifang.inspection.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Inspection;
import org.sifang.inspection.InspectionSettings;
import org.sifang.inspection.InspectionState;
import org.sifang.inspection.Inspections;
import org.sifang.inspection.Visit;
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
import org.sifang.worklist.TaskContext.Progress;
import org.sifang.worklist.TaskContext.Step;
import org.sifang.worklist.TaskContext.TextKey;
import org.sifang.worklist.WorkSubject;
import org.sifang.worklist.WorkSubject.Party;
import org.sifang.worklist.WorkSubjects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the tasks of {@code inspection} are about. */
@Component
class InspectionTasks implements WorkSubjects {

    private final Inspections inspections;
    private final InspectionSettings settings;
    private final Notices notices;
    private final Organizations organizations;
    private final Officers officers;
    private final MessageSource messages;

    InspectionTasks(
            Inspections inspections,
            InspectionSettings settings,
            Notices notices,
            Organizations organizations,
            Officers officers,
            MessageSource messages) {
        this.inspections = inspections;
        this.settings = settings;
        this.notices = notices;
        this.organizations = organizations;
        this.officers = officers;
        this.messages = messages;
    }

    @Override
    public Set<String> processes() {
        return Set.of(InspectionProcess.ID);
    }

    @Override
    public Map<UUID, WorkSubject> describe(String process, Collection<UUID> subjects) {
        return inspections.find(subjects).stream().collect(Collectors.toMap(Inspection::id, this::subject));
    }

    private WorkSubject subject(Inspection one) {
        Organization own = organizations.require(one.organization());
        return new WorkSubject(
                one.id(),
                one.title(),
                words("inspection.task.detail", one.checklist().name(), own.name()),
                one.notice(),
                one.clause(),
                Map.of("ORGANIZER", party(own), "INSPECTORS", party(sentBy(one, own))),
                one.dueAt(),
                Map.of("Task_ConfirmFindings", one.dueAt().plus(settings.review())));
    }

    /** Where the inspectors work: of several places the one of the first visit's leader. */
    private Organization sentBy(Inspection one, Organization own) {
        return inspections.visits(one.id()).stream()
                .filter(Visit::open)
                .findFirst()
                .flatMap(visit -> officers.find(visit.inspectors().get(0)))
                .map(Officer::organization)
                .flatMap(organizations::find)
                .orElse(own);
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
        Inspection one = inspections.find(subject).orElseThrow(() -> new NotFoundException("inspection"));
        List<Fact> facts = new ArrayList<>();
        if (one.notice() != null) {
            NoticeView notice = notices.require(one.notice());
            facts.add(new Fact("inspection.notice", notice.caption(), "/notices/" + notice.id()));
        }
        facts.add(new Fact("inspection.checklist", one.checklist().name(), null));
        facts.add(new Fact("inspection.dueAt", one.dueAt(), "/inspections/" + one.id()));
        facts.add(new Fact("inspection.state", new TextKey("inspection.state." + one.state()), null));
        return new TaskContext(
                one.clauseText(),
                "/inspections/" + one.id(),
                steps(one),
                facts,
                List.of(one.id().toString()));
    }

    private static List<Step> steps(Inspection one) {
        InspectionState state = one.state();
        return List.of(
                step("draw", state == InspectionState.PLANNED, state != InspectionState.PLANNED, null),
                step(
                        "visit",
                        state == InspectionState.VISITING,
                        state == InspectionState.REVIEW || state == InspectionState.HANDED_OVER,
                        null),
                step("confirm", state == InspectionState.REVIEW, one.confirmedAt() != null, one.confirmedAt()),
                step("handOver", false, state == InspectionState.HANDED_OVER, one.endedAt()));
    }

    private static Step step(String name, boolean now, boolean done, @Nullable Instant at) {
        Progress progress = done ? Progress.DONE : now ? Progress.NOW : Progress.AHEAD;
        return new Step("inspection.step." + name, progress, at, null);
    }
}
