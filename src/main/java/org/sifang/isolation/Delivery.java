package org.sifang.isolation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paper that was served.
 *
 * @param by user name of whoever served it
 */
public record Delivery(
        Instant at, String by, DeliveryManner how, @Nullable String remark) {}
