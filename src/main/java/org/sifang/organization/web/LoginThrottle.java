package org.sifang.organization.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down whoever guesses passwords: one user from one address, one address over many users, one user from many
 * addresses. It counts names that do not exist just the same, so that it tells nobody which ones do. Each node counts for
 * itself; n nodes allow n times as many attempts.
 */
final class LoginThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    /** One person who forgot his password. */
    static final int PER_USER_AND_ADDRESS = 5;
    /** High enough that nobody is easily locked out by a stranger. */
    static final int PER_USER = 30;
    /** An office behind one address. */
    static final int PER_ADDRESS = 100;

    private final Clock clock;
    private final Cache<String, Failures> failures =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WINDOW).build();

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant since) {}

    /** How long to wait before the next attempt is looked at; empty when it may be made now. */
    Optional<Duration> wait(String username, String address) {
        Instant now = clock.instant();
        return limits(username, address).entrySet().stream()
                .flatMap(limit -> Optional.ofNullable(failures.getIfPresent(limit.getKey()))
                        .filter(failed -> failed.count() >= limit.getValue())
                        .map(failed -> Duration.between(now, failed.since().plus(WINDOW)))
                        .filter(wait -> !wait.isNegative() && !wait.isZero())
                        .stream())
                .max(Duration::compareTo);
    }

    void failed(String username, String address) {
        Instant now = clock.instant();
        for (String key : limits(username, address).keySet()) {
            failures.asMap()
                    .merge(
                            key,
                            new Failures(1, now),
                            (old, one) -> old.since().plus(WINDOW).isAfter(now)
                                    ? new Failures(old.count() + 1, old.since())
                                    : one);
        }
    }

    /** Forgives this user at this address; the counts of the address and of the user stay. */
    void succeeded(String username, String address) {
        failures.invalidate(pair(username, address));
    }

    private static Map<String, Integer> limits(String username, String address) {
        return Map.of(
                pair(username, address),
                PER_USER_AND_ADDRESS,
                "user " + username,
                PER_USER,
                "address " + address,
                PER_ADDRESS);
    }

    private static String pair(String username, String address) {
        return "pair " + address + " " + username;
    }
}
