package org.sifang.notice.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.NoticeSteps;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.notice.ReviewKind;
import org.sifang.notice.Reviewers;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.worklist.TaskContext;
import org.sifang.worklist.TaskContext.Fact;
import org.sifang.worklist.TaskContext.TextKey;
import org.sifang.worklist.WorkSubject;
import org.sifang.worklist.WorkSubject.Party;
import org.sifang.worklist.WorkSubjects;
import org.springframework.stereotype.Component;

/** What the tasks of {@code notice-issuance} are about. */
@Component
class NoticeTasks implements WorkSubjects {

    private static final Duration TO_DRAFT = Duration.ofDays(1);
    private static final Duration TO_DECIDE = Duration.ofHours(4);

    private final Notices notices;
    private final Reviewers reviewers;
    private final Organizations organizations;
    private final Clock clock;

    NoticeTasks(Notices notices, Reviewers reviewers, Organizations organizations, Clock clock) {
        this.notices = notices;
        this.reviewers = reviewers;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public Set<String> processes() {
        return Set.of(NoticeIssuanceProcess.ID);
    }

    @Override
    public Map<UUID, WorkSubject> describe(String process, Collection<UUID> subjects) {
        return subjects.stream().map(notices::require).collect(Collectors.toMap(NoticeView::id, this::subject));
    }

    private WorkSubject subject(NoticeView notice) {
        Instant now = clock.instant();
        Instant decideBy = now.plus(TO_DECIDE);
        return new WorkSubject(
                notice.id(),
                notice.title(),
                notice.caption(),
                notice.id(),
                null,
                Map.of(
                        "ISSUER", party(notice.issuer(), null),
                        "HEALTH", party(reviewers.of(notice, ReviewKind.HEALTH), null),
                        "LEGAL", party(reviewers.of(notice, ReviewKind.LEGAL), null)),
                now.plus(TO_DRAFT),
                Map.of(
                        "Task_ReviewHealth", decideBy,
                        "Task_ReviewLegal", decideBy,
                        "Task_Sign", decideBy));
    }

    private Party party(String code, @Nullable String responsible) {
        Organization one = organizations.require(code);
        return new Party(one.code(), one.name(), one.division(), one.sector(), responsible);
    }

    @Override
    public TaskContext context(String process, UUID subject, Actor reader) {
        NoticeView notice = notices.require(subject);
        return new TaskContext(
                null,
                "/notices/" + notice.id(),
                NoticeSteps.of(notice),
                List.of(
                        new Fact("notice.title", notice.title(), "/notices/" + notice.id()),
                        new Fact("notice.state", new TextKey("notice.state." + notice.state()), null),
                        new Fact("notice.version", notice.version(), null)),
                List.of(notice.id().toString()));
    }
}
