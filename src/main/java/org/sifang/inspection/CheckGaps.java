package org.sifang.inspection;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** How far organisations' own words lie from what inspectors found. */
interface CheckGaps {

    /**
     * Items that an organisation called in order when it checked itself, and that an inspector found wrong afterwards.
     *
     * @param since older findings do not count
     * @return by organisation; one without a gap may be missing
     */
    Map<String, Integer> of(Collection<String> organizations, Instant since);
}
