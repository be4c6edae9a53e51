package org.sifang.notice;

import java.time.Instant;
import java.util.UUID;

/** Something was handed in that meets a duty. Published in the transaction that hands it in. */
public interface DutyMet {

    UUID duty();

    /** For reports: the answer is that there is nobody. */
    boolean zero();

    Instant at();
}
