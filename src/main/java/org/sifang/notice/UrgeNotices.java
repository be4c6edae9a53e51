package org.sifang.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.notice.UrgeNotice.Step;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.springframework.stereotype.Component;

/** Compiles the 催办通知书 of a duty from the journal. */
@Component
public class UrgeNotices {

    private static final String RUNG = "duty.rung.";
    private static final String WRITTEN = RUNG + LadderAction.WRITTEN_URGE;

    private final Journal journal;
    private final Notices notices;
    private final Organizations organizations;

    UrgeNotices(Journal journal, Notices notices, Organizations organizations) {
        this.journal = journal;
        this.notices = notices;
        this.organizations = organizations;
    }

    /** The latest one; nothing when the duty never climbed that high. */
    public Optional<UrgeNotice> of(Duty duty) {
        List<JournalEntryView> entries = journal.allAbout(duty.id().toString());
        return entries.stream()
                .filter(entry -> entry.action().equals(WRITTEN))
                .reduce((earlier, later) -> later)
                .map(urge -> compile(duty, urge, entries));
    }

    private UrgeNotice compile(Duty duty, JournalEntryView urge, List<JournalEntryView> entries) {
        NoticeView notice = notices.require(duty.notice());
        Instant dueAt = instant(urge, "dueAt", duty.dueAt());
        List<JournalEntryView> before = entries.stream()
                .filter(entry -> entry.sequence() < urge.sequence())
                .toList();
        return new UrgeNotice(
                duty,
                notice,
                notice.definition().clause(duty.clause()),
                organizations.find(duty.issuer()).map(Organization::name).orElse(duty.issuer()),
                urge.at(),
                dueAt,
                at(before, "duty.received"),
                before.stream().anyMatch(entry -> entry.action().equals("duty.returned")),
                before.stream().flatMap(UrgeNotices::step).toList(),
                nextSteps(duty, notice, dueAt, urge.at()));
    }

    private static List<Step> nextSteps(Duty duty, NoticeView notice, Instant dueAt, Instant after) {
        return notice.definition()
                .obligation(duty.obligation())
                .map(obligation -> notice.definition().ladderOf(obligation).rungs().stream()
                        .map(rung -> new Step(rung.action(), rung.instant(dueAt)))
                        .filter(step -> step.at().isAfter(after))
                        .toList())
                .orElse(List.of());
    }

    private static Stream<Step> step(JournalEntryView entry) {
        return Stream.of(LadderAction.REMIND, LadderAction.URGE, LadderAction.WRITTEN_URGE)
                .filter(action -> entry.action().equals(RUNG + action))
                .map(action -> new Step(action, entry.at()));
    }

    private static @Nullable Instant at(List<JournalEntryView> entries, String action) {
        return entries.stream()
                .filter(entry -> entry.action().equals(action))
                .map(JournalEntryView::at)
                .findFirst()
                .orElse(null);
    }

    private static Instant instant(JournalEntryView entry, String fact, Instant otherwise) {
        String text = entry.facts().get(fact);
        return text == null ? otherwise : Instant.parse(text);
    }
}
