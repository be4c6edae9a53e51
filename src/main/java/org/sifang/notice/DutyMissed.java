package org.sifang.notice;

import java.time.Instant;
import java.util.UUID;

/** A deadline passed without an answer. Published when the duty is marked silent, or late after a return. */
public interface DutyMissed {

    UUID duty();

    UUID notice();

    String organization();

    Instant dueAt();
}
