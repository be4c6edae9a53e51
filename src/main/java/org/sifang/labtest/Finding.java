package org.sifang.labtest;

import java.time.Instant;
import java.util.UUID;
import org.sifang.isolation.TestResult;

/**
 * What a laboratory found for one test.
 *
 * @param laboratory code of the organisation
 */
record Finding(UUID test, TestResult result, Instant testedAt, String laboratory) {}
