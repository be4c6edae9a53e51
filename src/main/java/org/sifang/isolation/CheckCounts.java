package org.sifang.isolation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Service;

/** The number beside the entry of the checks; counted again every few seconds at most, for it stands on every page. */
@Service
public class CheckCounts {

    private static final Duration LIFETIME = Duration.ofSeconds(5);

    private final CheckSearch search;
    private final Cache<Key, Long> copies =
            Caffeine.newBuilder().expireAfterWrite(LIFETIME).maximumSize(10_000).build();

    CheckCounts(CheckSearch search) {
        this.search = search;
    }

    private record Key(String username, LocalDate day) {}

    /** Checks of the day and visits that are still to be done. */
    public long open(Actor actor, LocalDate day) {
        return copies.get(new Key(actor.username(), day), key -> count(actor, day));
    }

    private long count(Actor actor, LocalDate day) {
        CheckFilter open = new CheckFilter(day, null, null, CheckFilter.Listing.OPEN);
        return search.count(open, actor) + search.visitTally(open, actor).open();
    }
}
