package org.sifang.labtest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Times of a test that no notice names.
 *
 * @param deliveryWithin from the sample to the laboratory
 * @param resultWithin from the sample to the result
 * @param againWithin from an invalid sample, or a positive pool, to the next sample
 * @param countsBack how long before its order a sample may have been tested and still count for the test
 * @param poolSize most people in one tube
 */
@ConfigurationProperties("sifang.labtest")
record LabSettings(
        @DefaultValue("4h") Duration deliveryWithin,
        @DefaultValue("24h") Duration resultWithin,
        @DefaultValue("24h") Duration againWithin,
        @DefaultValue("24h") Duration countsBack,
        @DefaultValue("20") int poolSize) {}
