package org.sifang.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organizations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where notices are drafted, reviewed, signed, issued and ended. Each verb checks who, checks the state, and moves on. */
@Service
public class NoticeDesk {

    private final Notices notices;
    private final NoticeFlow flow;
    private final Organizations organizations;
    private final Reviewers reviewers;
    private final Announcements announcements;
    private final Clock clock;

    NoticeDesk(
            Notices notices,
            NoticeFlow flow,
            Organizations organizations,
            Reviewers reviewers,
            Announcements announcements,
            Clock clock) {
        this.notices = notices;
        this.flow = flow;
        this.organizations = organizations;
        this.reviewers = reviewers;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Takes a definition that the reader and the check have found in order, as a draft. */
    @Transactional
    public NoticeView draft(NoticeDefinition definition, Actor by) {
        NoticeAuthority.prepares(by, definition.issuer());
        NoticeView notice = new NoticeView(
                Ids.next(),
                definition.number(),
                definition.title(),
                definition.issuer(),
                organizations.require(definition.issuer()).division(),
                NoticeState.DRAFT,
                definition,
                1,
                by.username(),
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                null);
        notices.insert(notice);
        announcements.notice(notice, "drafted", by.username(), clock.instant(), Map.of("title", notice.title()));
        flow.drafting(notice.id());
        return notice;
    }

    /** Puts another wording in the draft's place. */
    @Transactional
    public NoticeView edit(UUID id, NoticeDefinition definition, Actor by) {
        NoticeView notice = notices.lock(id);
        NoticeAuthority.prepares(by, notice.issuer());
        requires(notice, NoticeState.DRAFT);
        if (!definition.issuer().equals(notice.issuer())) {
            throw new FaultsException(Fault.at("issuer", "fault.notice.issuer.fixed", notice.issuer()));
        }
        notices.edit(id, definition);
        announcements.notice(notice, "edited", by.username(), clock.instant(), Map.of());
        return notices.require(id);
    }

    /** The draft goes to both reviews. */
    @Transactional
    public void submitForReview(UUID id, Actor by) {
        NoticeView notice = notices.lock(id);
        NoticeAuthority.prepares(by, notice.issuer());
        requires(notice, NoticeState.DRAFT);
        notices.state(id, NoticeState.DRAFT, NoticeState.IN_REVIEW);
        announcements.notice(notice, "submitted", by.username(), clock.instant(), Map.of());
        flow.drafted(id);
    }

    /** One of the two reviews; a rejection needs a remark and sends the draft back once both have spoken. */
    @Transactional
    public void review(UUID id, ReviewKind kind, boolean approved, @Nullable String remark, Actor by) {
        NoticeView notice = notices.lock(id);
        NoticeAuthority.reviews(by, reviewers.of(notice, kind));
        requires(notice, NoticeState.IN_REVIEW);
        if (!approved) {
            needs(remark, "remark");
        }
        Verdict verdict = approved ? Verdict.APPROVED : Verdict.REJECTED;
        notices.review(id, notice.version(), new Review(kind, verdict, by.username(), clock.instant(), remark));
        List<Review> reviews = notices.reviews(id, notice.version());
        if (reviews.size() == ReviewKind.values().length) {
            boolean agreed = reviews.stream().allMatch(review -> review.verdict() == Verdict.APPROVED);
            notices.state(id, NoticeState.IN_REVIEW, agreed ? NoticeState.REVIEWED : NoticeState.DRAFT);
            if (!agreed) {
                // Also when nothing is changed: whoever approved is asked again.
                notices.edit(id, notice.definition());
            }
        }
        announcements.notice(
                notice,
                approved ? "approved" : "rejected",
                by.username(),
                clock.instant(),
                Map.of("review", "@notice.review." + kind, "remark", Objects.requireNonNullElse(remark, "")));
        flow.reviewed(id, kind, approved);
    }

    /** The leader signs, which issues it, or sends it back to be drafted again. */
    @Transactional
    public void sign(UUID id, boolean signed, @Nullable String number, @Nullable String remark, Actor by) {
        NoticeView notice = notices.lock(id);
        NoticeAuthority.decides(by, notice.issuer());
        requires(notice, NoticeState.REVIEWED);
        if (signed) {
            issue(notice, number, by);
        } else {
            needs(remark, "remark");
            notices.state(id, NoticeState.REVIEWED, NoticeState.DRAFT);
            notices.edit(id, notice.definition());
            announcements.notice(
                    notice, "sentBack", by.username(), clock.instant(), Map.of("remark", String.valueOf(remark)));
        }
        flow.signed(id, signed);
    }

    /** A leader issues a draft without waiting; the reviews that are missing stand as waived with his name. */
    @Transactional
    public void issueAtOnce(UUID id, Actor by) {
        NoticeView notice = notices.lock(id);
        NoticeAuthority.decides(by, notice.issuer());
        if (!NoticeState.PREPARING.contains(notice.state())) {
            throw new StateConflictException("notice", notice.state().name(), "DRAFT,IN_REVIEW,REVIEWED");
        }
        List<ReviewKind> done = notices.reviews(id, notice.version()).stream()
                .filter(review -> review.verdict() == Verdict.APPROVED)
                .map(Review::kind)
                .toList();
        for (ReviewKind kind : ReviewKind.values()) {
            if (!done.contains(kind)) {
                notices.review(
                        id, notice.version(), new Review(kind, Verdict.WAIVED, by.username(), clock.instant(), null));
                announcements.notice(
                        notice,
                        "reviewWaived",
                        by.username(),
                        clock.instant(),
                        Map.of("review", "@notice.review." + kind));
            }
        }
        issue(notice, null, by);
        flow.issuedAtOnce(id);
    }

    private void issue(NoticeView notice, @Nullable String given, Actor by) {
        Instant now = clock.instant();
        String number = given != null && !given.isBlank() ? given.strip() : notice.number();
        if (number == null) {
            number = "〔%d〕%d号".formatted(now.atZone(clock.getZone()).getYear(), notices.issuedBy(notice.issuer()) + 1);
        }
        if (notices.numberTaken(notice.issuer(), number, notice.id())) {
            throw new FaultsException(Fault.at("number", "fault.notice.number.taken", number));
        }
        NoticeDefinition issued = notice.definition().numbered(number).issued(now, clock.getZone());
        notices.issued(notice.id(), issued, by.username(), now);
        announcements.notice(notice, "issued", by.username(), now, Map.of("number", number));
        supersede(issued.supersedes(), notice, number, by, now);
    }

    private void supersede(@Nullable String former, NoticeView successor, String number, Actor by, Instant now) {
        if (former == null) {
            return;
        }
        NoticeView replaced = notices.inForce(successor.issuer(), former)
                .orElseThrow(() ->
                        new FaultsException(Fault.at("supersedes", "fault.notice.supersedes.notInForce", former)));
        notices.ended(replaced.id(), NoticeState.SUPERSEDED, by.username(), now, number, successor.id());
        announcements.notice(replaced, "superseded", by.username(), now, Map.of("number", number));
        flow.superseded(replaced.id());
    }

    /** Ends a notice in force; what is still owed under it is closed with the reason. */
    @Transactional
    public void lift(UUID id, String reason, Actor by) {
        NoticeView notice = notices.lock(id);
        NoticeAuthority.decides(by, notice.issuer());
        requires(notice, NoticeState.ISSUED);
        needs(reason, "reason");
        notices.ended(id, NoticeState.LIFTED, by.username(), clock.instant(), reason.strip(), null);
        announcements.notice(notice, "lifted", by.username(), clock.instant(), Map.of("reason", reason.strip()));
        flow.lifted(id);
    }

    /** Gives up a draft. */
    @Transactional
    public void withdraw(UUID id, String reason, Actor by) {
        NoticeView notice = notices.lock(id);
        NoticeAuthority.prepares(by, notice.issuer());
        if (!NoticeState.PREPARING.contains(notice.state())) {
            throw new StateConflictException("notice", notice.state().name(), "DRAFT,IN_REVIEW,REVIEWED");
        }
        needs(reason, "reason");
        notices.ended(id, NoticeState.WITHDRAWN, by.username(), clock.instant(), reason.strip(), null);
        announcements.notice(notice, "withdrawn", by.username(), clock.instant(), Map.of("reason", reason.strip()));
        flow.withdrawn(id);
    }

    private static void requires(NoticeView notice, NoticeState state) {
        if (notice.state() != state) {
            throw new StateConflictException("notice", notice.state().name(), state.name());
        }
    }

    private static void needs(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw new FaultsException(Fault.at(field, "fault.notice.reason.missing"));
        }
    }
}
