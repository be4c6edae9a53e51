package org.sifang.notice.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.journal.JournalTexts;
import org.sifang.notice.DefinitionDesk;
import org.sifang.notice.Duties;
import org.sifang.notice.DutyFilter;
import org.sifang.notice.FanOutPreview;
import org.sifang.notice.LiveRound;
import org.sifang.notice.NoticePowers;
import org.sifang.notice.NoticeState;
import org.sifang.notice.NoticeSteps;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.notice.Review;
import org.sifang.notice.ReviewKind;
import org.sifang.notice.Reviewers;
import org.sifang.notice.Round;
import org.sifang.notice.RoundDesk;
import org.sifang.notice.web.NoticeSheet.ReviewLine;
import org.sifang.notice.web.NoticeSheet.RoundLine;
import org.sifang.organization.Actor;
import org.sifang.organization.Organizations;
import org.sifang.organization.Wording;
import org.sifang.worklist.WorkItem;
import org.sifang.worklist.WorkItems;
import org.springframework.stereotype.Component;

/** Puts together what the page of a notice shows. */
@Component
class NoticeSheets {

    private static final Set<String> PUBLISHED = Set.of("notice.issued", "notice.superseded", "notice.lifted");

    private final Notices notices;
    private final Duties duties;
    private final RoundDesk rounds;
    private final DefinitionDesk definitions;
    private final Reviewers reviewers;
    private final WorkItems workItems;
    private final Journal journal;
    private final JournalTexts texts;
    private final Organizations organizations;
    private final Wording wording;
    private final NoticeWords words;
    private final Clock clock;

    NoticeSheets(
            Notices notices,
            Duties duties,
            RoundDesk rounds,
            DefinitionDesk definitions,
            Reviewers reviewers,
            WorkItems workItems,
            Journal journal,
            JournalTexts texts,
            Organizations organizations,
            Wording wording,
            NoticeWords words,
            Clock clock) {
        this.notices = notices;
        this.duties = duties;
        this.rounds = rounds;
        this.definitions = definitions;
        this.reviewers = reviewers;
        this.workItems = workItems;
        this.journal = journal;
        this.texts = texts;
        this.organizations = organizations;
        this.wording = wording;
        this.words = words;
        this.clock = clock;
    }

    /** @param idOrNumber of a notice the reader may see */
    NoticeSheet of(String idOrNumber, Actor reader, Locale locale) {
        NoticeView notice = notices.require(idOrNumber, reader);
        FanOutPreview preview = definitions.preview(notice.definition());
        UUID successor = notice.supersededBy();
        return new NoticeSheet(
                notice,
                wording.organizationName(notice.issuer()),
                wording.officerName(notice.draftedBy()),
                officer(notice.issuedBy()),
                officer(notice.endedBy()),
                Optional.ofNullable(notice.definition().supersedes())
                        .flatMap(number -> notices.find(number, reader))
                        .orElse(null),
                successor == null
                        ? null
                        : notices.find(successor.toString(), reader).orElse(null),
                preview.totalDuties(),
                words.sentences(preview, locale),
                NoticeSteps.of(notice),
                words.obligations(notice.definition(), preview, locale),
                words.ladders(notice.definition(), locale),
                words.categories(notice.definition(), locale),
                rounds(notice, reader),
                reviews(notice),
                duties.tallies(reader, DutyFilter.of(notice.id(), null, null)),
                NoticePowers.of(notice, reader),
                tasks(notice.id(), reader),
                texts.lines(happenings(notice, reader), locale));
    }

    private List<RoundLine> rounds(NoticeView notice, Actor reader) {
        if (!NoticePowers.of(notice, reader).extend()) {
            return List.of();
        }
        return rounds.live(notice.id(), reader).stream()
                .filter(LiveRound::extendable)
                .map(one -> line(notice, one))
                .toList();
    }

    private RoundLine line(NoticeView notice, LiveRound one) {
        Round round = one.round();
        LocalDateTime local = LocalDateTime.ofInstant(round.dueAt(), clock.getZone());
        return new RoundLine(
                round.id(),
                notice.definition().obligation(round.obligation()).orElseThrow(),
                round.dueAt(),
                one.live(),
                local.truncatedTo(ChronoUnit.MINUTES).toString(),
                local.toLocalDate().toString());
    }

    private List<ReviewLine> reviews(NoticeView notice) {
        List<Review> given = notices.reviews(notice.id(), notice.version());
        return Stream.of(ReviewKind.values())
                .map(kind -> given.stream()
                        .filter(review -> review.kind() == kind)
                        .findFirst()
                        .map(review -> new ReviewLine(
                                kind,
                                review.verdict(),
                                wording.officerName(review.reviewer()),
                                review.at(),
                                review.remark()))
                        .orElseGet(() -> new ReviewLine(
                                kind, null, wording.organizationName(reviewers.of(notice, kind)), null, null)))
                .toList();
    }

    /** Whoever prepares or reviews it sees all of it; those it is addressed to see what was published. */
    private List<JournalEntryView> happenings(NoticeView notice, Actor reader) {
        boolean inside = NoticeState.PREPARING.contains(notice.state())
                || organizations
                        .find(notice.issuer())
                        .filter(reader.scope()::covers)
                        .isPresent();
        return journal.allAbout(notice.id().toString()).stream()
                .filter(entry -> inside || PUBLISHED.contains(entry.action()))
                .sorted(Comparator.comparingLong(JournalEntryView::sequence).reversed())
                .toList();
    }

    private List<WorkItem> tasks(UUID notice, Actor reader) {
        return workItems.ofSubject(notice).stream()
                .filter(item -> item.open() && workItems.mayDo(item, reader))
                .toList();
    }

    private @Nullable String officer(@Nullable String username) {
        return username == null ? null : wording.officerName(username);
    }
}
