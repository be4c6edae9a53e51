package org.sifang.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.TypedText;

/**
 * Why personal data are taken out, as it will stand in the journal.
 *
 * @param reason in the officer's own words, or a message key behind {@code @}
 * @param subjectType as in the journal: {@code case}, {@code report}, {@code import}, …
 * @param subject id of what it is done for
 */
public record Purpose(
        String reason,
        String subjectType,
        String subject,
        @Nullable UUID notice,
        @Nullable String organization) {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    /** @throws FaultsException when the reason says nothing */
    public Purpose {
        reason = TypedText.tidy(reason);
        if (reason.codePointCount(0, reason.length()) < SHORTEST || reason.length() > LONGEST) {
            throw new FaultsException(Fault.at("reason", "fault.person.reveal.reason"));
        }
        // People write down whom they look for; the journal must not learn numbers that way.
        reason = reason.replaceAll("\\d[\\d -]{5,}[\\dXx]?", "…");
    }
}
