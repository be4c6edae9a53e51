package org.sifang.isolation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a person was released.
 *
 * @param facts values of the sentence {@code isolation.decision.<word>}, in its order, in the forms that {@link
 *     org.sifang.organization.Wording} knows
 * @param by user name of the leader who decided; null when the table did
 * @param reason the leader's
 */
public record Decision(
        ReleaseWord word,
        List<String> facts,
        Instant at,
        @Nullable String by,
        @Nullable String reason) {

    public Decision {
        facts = List.copyOf(facts);
    }
}
