package org.sifang.worklist;

import java.time.Instant;
import java.util.Optional;
import org.sifang.organization.Actor;

/**
 * The next hour that matters to an officer, counted down in the top bar.
 *
 * @param name what is due, as its notice or task names it: 日报
 * @param href page to go to: {@code /duties/0192…}
 */
public record CutOff(String name, Instant at, String href) {

    /** Contributed by each capability that knows deadlines; the earliest one still ahead is shown. */
    public interface Source {

        Optional<CutOff> next(Actor actor, Instant now);
    }
}
