package org.sifang.notice.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.Obligation;
import org.sifang.organization.Organization;

/**
 * An obligation as a page shows it.
 *
 * @param who the addressees in words, without their number
 * @param firstDue its first deadline
 * @param time the deadline in words where it is not one instant: 每日 18:00, 印发后 3 天
 * @param details receipt, inner deadlines, targets, each a sentence
 * @param passed whether its deadline has passed
 */
record ObligationLine(
        Obligation obligation,
        String who,
        List<Organization> addressees,
        Instant firstDue,
        @Nullable String time,
        List<String> details,
        boolean passed) {}
