package org.sifang.isolation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tests, as the person case asks for them; answered by who runs the samples and results. */
public interface CaseTests {

    /** Orders these tests; one that was ordered before, by case and step, is left as it is. */
    void order(Collection<TestOrder> orders, Instant now);

    /** Every test of these cases, by its step, single ones beyond the plan last; a case without any is left out. */
    Map<UUID, List<TestOutcome>> of(Collection<UUID> cases);

    /** Ends the tests of these cases that have no result yet. */
    void cancel(Collection<UUID> cases, String reason, Instant now);
}
