package org.sifang.notice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.CaseFile;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.notice.DutyState;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeState;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.notice.Review;
import org.sifang.notice.ReviewKind;
import org.sifang.notice.SmallNotice;
import org.sifang.notice.Verdict;
import org.sifang.organization.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The way of a notice: drafted, reviewed twice, signed; then in force until it is lifted or superseded. */
@SifangTest
class NoticeIssuanceProcessTests {

    private static final String PLACE = "150526";
    private static final Duration OVERDUE = Duration.ofHours(4);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Autowired
    CaseFile file;

    @Autowired
    NoticeDesk desk;

    @Autowired
    Notices notices;

    @Autowired
    DutyDesk duties;

    @BeforeEach
    void begin(@Autowired ProcessEngine engine) {
        BpmnAwareTests.init(engine);
    }

    @AfterEach
    void end() {
        file.close();
    }

    private SmallNotice small() {
        return SmallNotice.to(PLACE).due(file.now().plus(Duration.ofDays(2)));
    }

    private Actor drafter() {
        return file.actor("city.officer");
    }

    private Actor reviewer(ReviewKind kind) {
        return file.actor(kind == ReviewKind.HEALTH ? "150500.health" : "150500.justice");
    }

    private NoticeView drafted() {
        return file.mine(desk.draft(small().definition(), drafter()));
    }

    private NoticeView inReview() {
        NoticeView notice = drafted();
        desk.submitForReview(notice.id(), drafter());
        return notice;
    }

    private NoticeView reviewed() {
        NoticeView notice = inReview();
        approve(notice, ReviewKind.HEALTH);
        approve(notice, ReviewKind.LEGAL);
        return notice;
    }

    private void approve(NoticeView notice, ReviewKind kind) {
        desk.review(notice.id(), kind, true, null, reviewer(kind));
    }

    private void reject(NoticeView notice, ReviewKind kind, String remark) {
        desk.review(notice.id(), kind, false, remark, reviewer(kind));
    }

    private ProcessInstance way(NoticeView notice) {
        return file.instance("notice-issuance", notice.id());
    }

    private NoticeState state(NoticeView notice) {
        return notices.require(notice.id()).state();
    }

    @Test
    void aNoticeIsDraftedReviewedTwiceAndSigned() {
        NoticeView notice = drafted();
        assertThat(way(notice)).isWaitingAt("Task_Draft");

        desk.submitForReview(notice.id(), drafter());
        assertThat(way(notice)).isWaitingAt("Task_ReviewHealth", "Task_ReviewLegal");
        assertThat(state(notice)).isEqualTo(NoticeState.IN_REVIEW);

        approve(notice, ReviewKind.LEGAL);
        assertThat(way(notice)).isWaitingAt("Task_ReviewHealth");
        assertThat(way(notice)).hasNotPassed("Task_Sign");
        approve(notice, ReviewKind.HEALTH);
        assertThat(way(notice)).isWaitingAt("Task_Sign");
        assertThat(state(notice)).isEqualTo(NoticeState.REVIEWED);

        String number = "测防指发〔2027〕" + notice.id() + "号";
        desk.sign(notice.id(), true, number, null, file.leader());
        file.settle();

        assertThat(way(notice)).isWaitingAt("Gateway_InForce");
        assertThat(way(notice))
                .hasPassedInOrder(
                        "Task_Draft", "Gateway_ToReviews", "Gateway_Reviewed", "Task_Sign", "Task_OpenObligations");
        assertThat(way(notice)).hasPassed("Task_ReviewHealth", "Task_ReviewLegal");
        assertThat(way(notice)).hasNotPassed("Task_RemindHealthReview", "Task_RemindLegalReview", "Task_CloseDuties");
        assertThat(file.timers(way(notice)))
                .as("the reviews' timers went with them")
                .isEmpty();
        NoticeView issued = notices.require(notice.id());
        assertThat(issued.state()).isEqualTo(NoticeState.ISSUED);
        assertThat(issued.number()).isEqualTo(number);
        assertThat(issued.issuedAt()).isEqualTo(file.now());
        assertThat(file.duty(notice, PLACE).state()).isEqualTo(DutyState.SENT);
    }

    @Test
    void aRejectedDraftIsDraftedAgainOnceBothHaveSpoken() {
        NoticeView notice = inReview();
        assertThatExceptionOfType(FaultsException.class).isThrownBy(() -> reject(notice, ReviewKind.HEALTH, ""));

        reject(notice, ReviewKind.HEALTH, "检测频次有误");
        assertThat(way(notice)).isWaitingAt("Task_ReviewLegal");
        approve(notice, ReviewKind.LEGAL);

        assertThat(way(notice)).isWaitingAt("Task_Draft");
        assertThat(way(notice)).hasNotPassed("Task_Sign");
        assertThat(state(notice)).isEqualTo(NoticeState.DRAFT);
        desk.edit(notice.id(), notice.definition(), drafter());
        desk.submitForReview(notice.id(), drafter());
        assertThat(way(notice)).isWaitingAt("Task_ReviewHealth", "Task_ReviewLegal");
        assertThat(notices.reviews(notice.id(), notices.require(notice.id()).version()))
                .as("a new wording is reviewed anew")
                .isEmpty();
    }

    @Test
    void aRejectedDraftSubmittedAsItStandsIsReviewedByBothAgain() {
        NoticeView notice = inReview();
        reject(notice, ReviewKind.HEALTH, "请说明依据");
        approve(notice, ReviewKind.LEGAL);

        desk.submitForReview(notice.id(), drafter());
        approve(notice, ReviewKind.HEALTH);

        assertThat(state(notice)).as("the legal review has not spoken again").isEqualTo(NoticeState.IN_REVIEW);
        approve(notice, ReviewKind.LEGAL);
        assertThat(state(notice)).isEqualTo(NoticeState.REVIEWED);
        assertThat(way(notice)).isWaitingAt("Task_Sign");
    }

    @Test
    void aLeaderMaySendItBackInsteadOfSigning() {
        NoticeView notice = reviewed();

        desk.sign(notice.id(), false, null, "时限过紧", file.leader());

        assertThat(way(notice)).isWaitingAt("Task_Draft");
        assertThat(way(notice)).hasNotPassed("Task_OpenObligations");
        assertThat(state(notice)).isEqualTo(NoticeState.DRAFT);
    }

    @Test
    void aHealthReviewThatLiesForFourHoursIsRemindedOfOnce() {
        NoticeView notice = inReview();
        Instant begun = file.now();
        assertThat(file.timers(way(notice))).containsExactly(begun.plus(OVERDUE), begun.plus(OVERDUE));
        approve(notice, ReviewKind.LEGAL);
        assertThat(file.timers(way(notice))).containsExactly(begun.plus(OVERDUE));

        file.until(begun.plus(OVERDUE).minus(SECOND));
        assertThat(file.told(notice.id(), "notice.reviewOverdue")).isEmpty();
        file.until(begun.plus(OVERDUE));

        assertThat(file.told(notice.id(), "notice.reviewOverdue")).containsExactly("150500.health");
        assertThat(way(notice)).hasPassedInOrder("Event_HealthOverdue", "Task_RemindHealthReview");
        assertThat(way(notice)).hasNotPassed("Event_LegalOverdue");
        assertThat(way(notice)).isWaitingAt("Task_ReviewHealth");
        file.until(begun.plus(OVERDUE).plus(OVERDUE));
        assertThat(file.told(notice.id(), "notice.reviewOverdue")).hasSize(1);
    }

    @Test
    void aLegalReviewThatLiesForFourHoursIsRemindedOfOnce() {
        NoticeView notice = inReview();
        Instant begun = file.now();
        approve(notice, ReviewKind.HEALTH);

        file.until(begun.plus(OVERDUE).minus(SECOND));
        assertThat(file.told(notice.id(), "notice.reviewOverdue")).isEmpty();
        file.until(begun.plus(OVERDUE));

        assertThat(file.told(notice.id(), "notice.reviewOverdue")).containsExactly("150500.justice");
        assertThat(way(notice)).hasPassedInOrder("Event_LegalOverdue", "Task_RemindLegalReview");
        assertThat(way(notice)).hasNotPassed("Event_HealthOverdue");
        approve(notice, ReviewKind.LEGAL);
        assertThat(way(notice)).isWaitingAt("Task_Sign");
    }

    @Test
    void reviewsThatLayWhileTheHouseWasDownAreRemindedOf() {
        NoticeView notice = inReview();

        file.downUntil(file.now().plus(Duration.ofHours(9)));

        assertThat(file.told(notice.id(), "notice.reviewOverdue")).containsExactly("150500.health", "150500.justice");
    }

    @Test
    void aLeaderIssuesAtOnceAndTheMissingReviewsAreWaivedInHisName() {
        NoticeView notice = inReview();
        approve(notice, ReviewKind.HEALTH);

        desk.issueAtOnce(notice.id(), file.leader());
        file.settle();

        assertThat(way(notice)).isWaitingAt("Gateway_InForce");
        assertThat(way(notice)).hasPassedInOrder("Event_IssuedAtOnce", "Task_OpenObligations");
        assertThat(way(notice)).hasNotPassed("Task_Sign");
        assertThat(file.timers(way(notice))).isEmpty();
        assertThat(file.tasks(notice.id())).isEmpty();
        assertThat(notices.reviews(notice.id(), 1))
                .extracting(Review::kind, Review::verdict, Review::reviewer)
                .containsExactlyInAnyOrder(
                        tuple(ReviewKind.HEALTH, Verdict.APPROVED, "150500.health"),
                        tuple(ReviewKind.LEGAL, Verdict.WAIVED, "city.leader"));
        assertThat(file.actions(notice.id(), "notice.reviewWaived")).hasSize(1);
    }

    @Test
    void aDraftIsWithdrawn() {
        NoticeView notice = inReview();

        desk.withdraw(notice.id(), "另行发文", drafter());

        assertThat(way(notice)).isEnded();
        assertThat(way(notice)).hasPassedInOrder("Event_Withdrawn", "End_Withdrawn");
        assertThat(file.tasks(notice.id())).isEmpty();
        assertThat(file.timers(way(notice))).isEmpty();
        file.later(OVERDUE.plus(SECOND));
        assertThat(file.told(notice.id(), "notice.reviewOverdue")).isEmpty();
        assertThatExceptionOfType(StateConflictException.class)
                .isThrownBy(() -> desk.issueAtOnce(notice.id(), file.leader()));
    }

    @Test
    void aLiftedNoticeClosesWhatIsStillOwed() {
        NoticeView notice = file.issue(small());

        desk.lift(notice.id(), "疫情平稳", file.leader());
        file.settle();

        assertThat(way(notice)).isEnded();
        assertThat(way(notice)).hasPassedInOrder("Event_NoticeLifted", "Task_CloseDuties", "End_Notice");
        assertThat(way(notice)).hasNotPassed("Event_NoticeSuperseded");
        assertThat(state(notice)).isEqualTo(NoticeState.LIFTED);
        assertThat(file.duty(notice, PLACE).state()).isEqualTo(DutyState.LIFTED);
        assertThatExceptionOfType(StateConflictException.class)
                .isThrownBy(() -> desk.lift(notice.id(), "再次", file.leader()));
    }

    @Test
    void aSupersededNoticeClosesItsDutiesAndKeepsWhatWasDone() {
        NoticeView former =
                file.issue(SmallNotice.to(PLACE, "150521").due(file.now().plus(Duration.ofDays(1))));
        Duty done = file.submit(file.duty(former, "150521"));
        duties.accept(done.id(), file.leader());

        NoticeView successor = file.issue(small().supersedes(String.valueOf(former.number())));

        assertThat(state(former)).isEqualTo(NoticeState.SUPERSEDED);
        assertThat(notices.require(former.id()).supersededBy()).isEqualTo(successor.id());
        assertThat(way(former)).isEnded();
        assertThat(way(former)).hasPassedInOrder("Event_NoticeSuperseded", "Task_CloseDuties", "End_Notice");
        assertThat(way(former)).hasNotPassed("Event_NoticeLifted");
        assertThat(file.duty(former, PLACE).state()).isEqualTo(DutyState.LIFTED);
        assertThat(file.duty(former, "150521").state()).isEqualTo(DutyState.ACCEPTED);
        assertThat(file.duty(successor, PLACE).state()).isEqualTo(DutyState.SENT);
        assertThat(way(successor)).isWaitingAt("Gateway_InForce");
    }

    @Test
    void whatIsNotInForceCannotBeSuperseded() {
        NoticeView draft = drafted();

        assertThatExceptionOfType(FaultsException.class)
                .isThrownBy(() -> file.issue(small().supersedes(String.valueOf(draft.number()))))
                .satisfies(refused -> assertThat(refused.faults().get(0).path()).isEqualTo("supersedes"));
    }

    @Test
    void everyStepAsksWhoTakesIt() {
        NoticeView notice = inReview();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> desk.review(notice.id(), ReviewKind.HEALTH, true, null, drafter()));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> desk.issueAtOnce(notice.id(), drafter()));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> desk.issueAtOnce(notice.id(), file.actor("150502.leader")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> desk.draft(notice.definition(), file.actor("150502.officer")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> desk.withdraw(notice.id(), "撤", file.actor("150502.officer")));
    }
}
