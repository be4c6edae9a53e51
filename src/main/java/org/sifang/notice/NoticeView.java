package org.sifang.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;

/**
 * A notice as it stands.
 *
 * @param number 发文字号; null while a draft without one
 * @param issuer code of the issuing organisation
 * @param division the issuer's division
 * @param version counts the edits of the draft; a review holds for one version
 * @param supersededBy id of the notice that replaced it
 */
public record NoticeView(
        UUID id,
        @Nullable String number,
        String title,
        String issuer,
        DivisionCode division,
        NoticeState state,
        NoticeDefinition definition,
        int version,
        String draftedBy,
        Instant draftedAt,
        @Nullable String issuedBy,
        @Nullable Instant issuedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable UUID supersededBy) {

    public boolean inForce() {
        return state == NoticeState.ISSUED;
    }

    /** How people name it: its number, or its title while it has none. */
    public String caption() {
        return number == null ? title : number;
    }
}
