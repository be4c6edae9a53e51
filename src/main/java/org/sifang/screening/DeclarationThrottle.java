package org.sifang.screening;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * How often strangers may ask: from one address and from all together, within a window. Counts in real time, for a
 * drill's clock may stand, and each node for itself; n nodes allow n times as much.
 */
final class DeclarationThrottle {

    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final String EVERYBODY = "*";

    private final Ticker ticker;
    private final int perAddress;
    private final int together;
    private final Cache<String, Count> counts;

    DeclarationThrottle(Ticker ticker, int perAddress, int together) {
        this.ticker = ticker;
        this.perAddress = perAddress;
        this.together = together;
        this.counts = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(WINDOW)
                .ticker(ticker)
                .build();
    }

    private record Count(int number, long since) {}

    /** Counts one more; tells how long to wait when that is too many. */
    Optional<Duration> wait(String address) {
        long now = ticker.read();
        // An address that is stopped does not use up what is there for all.
        Optional<Duration> own = over(count(network(address), now), perAddress, now);
        return own.isPresent() ? own : over(count(EVERYBODY, now), together, now);
    }

    private Count count(String key, long now) {
        return counts.asMap()
                .merge(
                        key,
                        new Count(1, now),
                        (old, one) ->
                                left(old, now).isNegative() || left(old, now).isZero()
                                        ? one
                                        : new Count(old.number() + 1, old.since()));
    }

    private static Optional<Duration> over(Count count, int most, long now) {
        return count.number() > most ? Optional.of(left(count, now)) : Optional.empty();
    }

    private static Duration left(Count count, long now) {
        return WINDOW.minusNanos(now - count.since());
    }

    /** Of IPv6 the network of 64 bits: whoever has one address there has them all. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] parts = address.split(":", -1);
        return String.join(":", java.util.Arrays.copyOf(parts, Math.min(4, parts.length)));
    }
}
