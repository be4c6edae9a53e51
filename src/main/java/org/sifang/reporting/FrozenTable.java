package org.sifang.reporting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was handed in, without its people.
 *
 * @param version 1 for the first submission, one more after each return
 * @param supplement 0 for the main table, n for the n-th supplement (补充件第 n 号)
 * @param number report number, such as 150502〔2020〕12号; a supplement's ends in 补1
 * @param frozenAt also the cut-off: who was found later is not in it
 * @param hash SHA-256 of the content, 64 hexadecimal digits
 * @param withdrawnAt when the issuer gave it back; null while it counts
 * @param contentKept whether the people are still in it; after the retention period only the numbers are
 */
public record FrozenTable(
        UUID id,
        UUID report,
        int version,
        int supplement,
        String number,
        Instant frozenAt,
        String submittedBy,
        String signedBy,
        boolean zero,
        int people,
        @Nullable String remark,
        List<CategoryCount> counts,
        String hash,
        @Nullable Instant withdrawnAt,
        boolean contentKept) {

    private static final int SHORT = 16;

    public FrozenTable {
        counts = List.copyOf(counts);
    }

    /** The first characters of the hash, in groups of four, for paper: 9f86 d081 884c 7d65. */
    public String shortHash() {
        return hash.substring(0, SHORT).replaceAll("(.{4})(?!$)", "$1 ");
    }
}
