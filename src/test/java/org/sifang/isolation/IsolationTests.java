package org.sifang.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sifang.isolation.Isolation.Settlement;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.ReleaseRule;

/** The verbs of an isolation: each leads on, and refuses where it makes no sense. */
class IsolationTests {

    private static final Instant NOON = Instant.parse("2027-03-01T04:00:00Z");
    private static final Delivery SERVED = new Delivery(NOON, "150502.officer", DeliveryManner.IN_PERSON, null);
    private static final Settlement AT_HOME = new Settlement(NOON, "150502.officer", null, null);
    private static final ControlMeasure HOME = new ControlMeasure(IsolationKind.HOME, 14, true, 7);
    private static final ControlMeasure NONE = new ControlMeasure(IsolationKind.NONE, 0, false, 0);
    private static final Decision DAYS = new Decision(ReleaseWord.RELEASE_DAYS, List.of(), NOON, null, null);

    private static Isolation opened(ControlMeasure measure) {
        return new Isolation(
                new UUID(7, 1),
                new UUID(7, 2),
                "二",
                measure,
                ReleaseRule.DAYS,
                1,
                null,
                null,
                NOON,
                NOON.plus(Isolation.TO_ORDER),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Isolation settled() {
        return opened(HOME).ordered(SERVED, NOON).settled(AT_HOME, HOME);
    }

    @Test
    void theDaysCountFromWhereSheIsPutUp() {
        Isolation ordered = opened(HOME).ordered(SERVED, NOON);
        assertThat(ordered.beganAt()).isNull();
        assertThat(ordered.stepDueAt()).isEqualTo(NOON.plus(Isolation.TO_SETTLE));

        Isolation settled = ordered.settled(AT_HOME, HOME);
        assertThat(settled.untilAt()).isEqualTo(NOON.plus(Duration.ofDays(14)));
        assertThat(settled.daysOver(NOON.plus(Duration.ofDays(14)).minusSeconds(1)))
                .isFalse();
        assertThat(settled.daysOver(NOON.plus(Duration.ofDays(14)))).isTrue();
        assertThat(settled.stepDueAt()).isNull();
    }

    @Test
    void whereNothingIsSettledTheMeasureBeginsWithTheOrder() {
        Isolation ordered = opened(NONE).ordered(SERVED, NOON);
        assertThat(ordered.beganAt()).isEqualTo(NOON);
        assertThat(ordered.untilAt()).isNull();
        assertThat(ordered.daysOver(NOON)).isTrue();
    }

    @Test
    void noStepIsDoneTwiceOrBeforeTheOneThatLeadsToIt() {
        assertThatThrownBy(() -> opened(HOME).ordered(SERVED, NOON).ordered(SERVED, NOON))
                .isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> opened(HOME).settled(AT_HOME, HOME)).isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> settled().settled(AT_HOME, HOME)).isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> opened(HOME).decided(DAYS)).isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> settled().decided(DAYS).decided(DAYS)).isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> settled().releaseServed(SERVED)).isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> settled().positive(NOON).decided(DAYS)).isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> settled().closed(null, NOON).closed(null, NOON))
                .isInstanceOf(StateConflictException.class);
    }

    @Test
    void theFollowUpCountsFromTheServiceOfTheRelease() {
        Isolation served = settled().decided(DAYS).releaseServed(SERVED);
        assertThat(served.followUpUntil()).isEqualTo(NOON.plus(Duration.ofDays(7)));
        assertThat(opened(NONE)
                        .ordered(SERVED, NOON)
                        .decided(DAYS)
                        .releaseServed(SERVED)
                        .followUpUntil())
                .isNull();
    }

    @Test
    void aReleaseTakenBackLeavesNothingOfItself() {
        Isolation reopened = settled().decided(DAYS).releaseServed(SERVED).reopened(2);
        assertThat(reopened.decision()).isNull();
        assertThat(reopened.release()).isNull();
        assertThat(reopened.followUpUntil()).isNull();
        assertThat(reopened.negatives()).isEqualTo(2);
        assertThat(reopened.beganAt()).isEqualTo(NOON);
    }

    @Test
    void symptomsChangeTheMeasureButNotItsBeginning() {
        ControlMeasure hospital = new ControlMeasure(IsolationKind.HOSPITAL, 21, true, 7);
        Isolation ill = settled().symptomatic(hospital, NOON.plus(Duration.ofDays(3)));
        assertThat(ill.measure()).isEqualTo(hospital);
        assertThat(ill.untilAt()).isEqualTo(NOON.plus(Duration.ofDays(21)));
        assertThat(ill.symptomsAt()).isEqualTo(NOON.plus(Duration.ofDays(3)));
    }
}
