package org.sifang.organization.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class LoginThrottleTests {

    private final AtomicLong nanos = new AtomicLong();
    private final LoginThrottle throttle = new LoginThrottle(nanos::get);

    @Test
    void fiveFailuresOfOneUserFromOneAddressHaveToWait() {
        fail(LoginThrottle.PER_USER_AND_ADDRESS - 1, "a", "1");
        assertThat(throttle.wait("a", "1")).isEmpty();

        throttle.failed("a", "1");

        assertThat(throttle.wait("a", "1")).contains(LoginThrottle.WINDOW);
        assertThat(throttle.wait("a", "2")).isEmpty();
        assertThat(throttle.wait("b", "1")).isEmpty();
    }

    @Test
    void theWaitEndsWithTheWindow() {
        fail(LoginThrottle.PER_USER_AND_ADDRESS, "a", "1");

        pass(Duration.ofMinutes(14));
        assertThat(throttle.wait("a", "1")).contains(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(1));
        assertThat(throttle.wait("a", "1")).isEmpty();
        throttle.failed("a", "1");
        assertThat(throttle.wait("a", "1")).isEmpty();
    }

    @Test
    void successForgivesTheUserAtThatAddress() {
        fail(LoginThrottle.PER_USER_AND_ADDRESS - 1, "a", "1");
        throttle.succeeded("a", "1");
        fail(LoginThrottle.PER_USER_AND_ADDRESS - 1, "a", "1");

        assertThat(throttle.wait("a", "1")).isEmpty();
    }

    @Test
    void anAddressThatTriesManyUsersHasToWait() {
        for (int user = 0; user < LoginThrottle.PER_ADDRESS; user++) {
            throttle.failed("user" + user, "1");
        }

        assertThat(throttle.wait("somebody", "1")).isPresent();
        assertThat(throttle.wait("somebody", "2")).isEmpty();
    }

    @Test
    void aUserTriedFromManyAddressesHasToWait() {
        for (int address = 0; address < LoginThrottle.PER_USER; address++) {
            throttle.failed("a", "address" + address);
        }

        assertThat(throttle.wait("a", "new")).isPresent();
    }

    private void fail(int times, String username, String address) {
        for (int i = 0; i < times; i++) {
            throttle.failed(username, address);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
