package org.sifang.screening;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;

/**
 * What became of a candidate.
 *
 * @param caseId null when there is no case of this organisation
 * @param fresh whether the case was opened now
 * @param reasons why somebody has to look
 */
record Registered(Outcome outcome, @Nullable UUID caseId, boolean fresh, List<Fault> reasons) {

    static Registered conflict(Fault reason) {
        return new Registered(Outcome.CONFLICTING, null, false, List.of(reason));
    }
}
