package org.sifang.organization.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down whoever guesses passwords: one user from one address, one address over many users, one user from many
 * addresses. It counts names that do not exist just the same, so that it tells nobody which ones do. Each node counts for
 * itself; n nodes allow n times as many attempts.
 */
final class LoginThrottle {

    static final Duration WINDOW = Duration.ofMinutes(15);
    /** One person who forgot his password. */
    static final int PER_USER_AND_ADDRESS = 5;
    /** High enough that nobody is easily locked out by a stranger. */
    static final int PER_USER = 30;
    /** An office behind one address. */
    static final int PER_ADDRESS = 100;

    private final Ticker ticker;
    private final Cache<String, Failures> failures;

    /** @param ticker real time, in nanoseconds: guessing goes on while a drill's clock stands */
    LoginThrottle(Ticker ticker) {
        this.ticker = ticker;
        this.failures = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(WINDOW)
                .ticker(ticker)
                .build();
    }

    /** @param since reading of the ticker at the first of them */
    private record Failures(int count, long since) {

        Duration left(long now) {
            return WINDOW.minusNanos(now - since);
        }

        boolean isOver(long now) {
            return left(now).isNegative() || left(now).isZero();
        }
    }

    /** How long to wait before the next attempt is looked at; empty when it may be made now. */
    Optional<Duration> wait(String username, String address) {
        long now = ticker.read();
        return limits(username, address).entrySet().stream()
                .flatMap(limit -> Optional.ofNullable(failures.getIfPresent(limit.getKey()))
                        .filter(failed -> failed.count() >= limit.getValue() && !failed.isOver(now))
                        .map(failed -> failed.left(now))
                        .stream())
                .max(Duration::compareTo);
    }

    void failed(String username, String address) {
        long now = ticker.read();
        for (String key : limits(username, address).keySet()) {
            failures.asMap()
                    .merge(
                            key,
                            new Failures(1, now),
                            (old, one) -> old.isOver(now) ? one : new Failures(old.count() + 1, old.since()));
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
