package org.sifang.notice.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.journal.JournalTexts;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyFiles;
import org.sifang.notice.DutyPowers;
import org.sifang.notice.DutySteps;
import org.sifang.notice.FrozenSubmission;
import org.sifang.notice.FrozenSubmissions;
import org.sifang.notice.InnerDeadlines;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.notice.UrgeNotices;
import org.sifang.notice.web.DutySheet.HandedIn;
import org.sifang.notice.web.DutySheet.InnerLine;
import org.sifang.organization.Actor;
import org.sifang.organization.Officers;
import org.sifang.organization.Wording;
import org.sifang.worklist.WorkItem;
import org.sifang.worklist.WorkItems;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts together what the page of a duty shows. */
@Component
class DutySheets {

    /** Tasks that the page itself has buttons for. */
    private static final Set<String> DONE_HERE = Set.of("Task_Receive", "Task_Judge");

    private final Duties duties;
    private final Notices notices;
    private final FrozenSubmissions submissions;
    private final DutyFiles files;
    private final FormLabels labels;
    private final UrgeNotices urges;
    private final InnerDeadlines inner;
    private final Officers officers;
    private final WorkItems workItems;
    private final Journal journal;
    private final JournalTexts texts;
    private final Wording wording;
    private final Clock clock;

    DutySheets(
            Duties duties,
            Notices notices,
            FrozenSubmissions submissions,
            DutyFiles files,
            FormLabels labels,
            UrgeNotices urges,
            InnerDeadlines inner,
            Officers officers,
            WorkItems workItems,
            Journal journal,
            JournalTexts texts,
            Wording wording,
            Clock clock) {
        this.duties = duties;
        this.notices = notices;
        this.submissions = submissions;
        this.files = files;
        this.labels = labels;
        this.urges = urges;
        this.inner = inner;
        this.officers = officers;
        this.workItems = workItems;
        this.journal = journal;
        this.texts = texts;
        this.wording = wording;
        this.clock = clock;
    }

    DutySheet of(UUID id, Actor reader, Locale locale) {
        Duty duty = duties.require(id, reader);
        NoticeView notice = notices.require(duty.notice());
        DutyPowers powers = DutyPowers.of(duty, reader);
        // Whoever may see the duty may see all that happened to it.
        List<JournalEntryView> entries = journal.allAbout(id.toString()).stream()
                .sorted(Comparator.comparingLong(JournalEntryView::sequence).reversed())
                .toList();
        return new DutySheet(
                duty,
                LocalDateTime.ofInstant(duty.dueAt(), clock.getZone())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString(),
                notice,
                notice.definition().clause(duty.clause()).text(),
                wording.organizationName(duty.issuer()),
                officer(duty.responsible()),
                officer(duty.deputy()),
                officer(duty.closedBy()),
                DutySteps.of(duty, wording::officerName),
                inner.of(id, reader).stream()
                        .map(one -> new InnerLine(one, one.timeliness(clock.instant())))
                        .toList(),
                submissions.of(id).stream()
                        .map(frozen -> handedIn(duty, frozen, locale))
                        .toList(),
                files.of(id),
                DutyFiles.mayAdd(duty, reader),
                urges.of(duty).isPresent(),
                powers,
                tasks(id, reader),
                powers.receive() ? officers.inOrganization(duty.organization()) : List.of(),
                texts.lines(entries, locale));
    }

    private HandedIn handedIn(Duty duty, FrozenSubmission frozen, Locale locale) {
        return new HandedIn(
                frozen.number(),
                frozen.submittedAt(),
                wording.officerName(frozen.submittedBy()),
                officer(frozen.signedBy()),
                frozen.hash(),
                frozen.intact(),
                labels.answers(duty, frozen.content(), locale));
    }

    private List<WorkItem> tasks(UUID duty, Actor reader) {
        return workItems.ofSubject(duty).stream()
                .filter(item -> item.open() && !DONE_HERE.contains(item.taskKey()) && workItems.mayDo(item, reader))
                .toList();
    }

    private @Nullable String officer(@Nullable String username) {
        return username == null ? null : texts.who(username, LocaleContextHolder.getLocale());
    }
}
