package org.sifang.labtest;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.sifang.isolation.TestResult;

/** What the models of tests learn; answered at the engine's edge, in the caller's transaction. */
public interface TestFlow {

    void ordered(List<LabTest> tests);

    void sampled(UUID test);

    void delivered(Collection<UUID> tests);

    /** Some results are in, whatever the tests were waiting for. */
    void decided(List<Decided> decided);

    /** Other tests are ordered instead of these. */
    void replaced(Collection<UUID> tests);

    void cancelled(Collection<UUID> tests);

    /** A result, as the models need it. */
    record Decided(UUID test, TestResult result) {}
}
