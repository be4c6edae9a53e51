package org.sifang.notice;

import java.time.Instant;
import java.util.UUID;

/** A deadline passed without an answer. Published when the ladder marks the duty overdue. */
public interface DutyMissed {

    UUID duty();

    UUID notice();

    String organization();

    Instant dueAt();
}
