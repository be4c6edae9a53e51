package org.sifang.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A duty was received (签收) by its addressee. Published in the receiving transaction.
 *
 * @param by user name
 */
public record DutyReceived(UUID duty, UUID notice, ObligationKind kind, String organization, String by, Instant at) {}
