package org.sifang.reporting;

import java.time.Instant;
import java.util.UUID;
import org.sifang.notice.DutyMet;

/**
 * A report was frozen as the answer to a duty.
 *
 * @param number report number
 * @param people how many are in it
 * @param hash SHA-256 of its content, 64 hexadecimal digits
 */
public record ReportSubmitted(UUID duty, boolean zero, Instant at, String number, int people, String hash)
        implements DutyMet {}
