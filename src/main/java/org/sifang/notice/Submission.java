package org.sifang.notice;

import org.jspecify.annotations.Nullable;

/**
 * What is said when a duty is handed in.
 *
 * @param zero that there is nobody to report; null leaves it to what is there (and to what the work form said)
 * @param remark a sentence to go with it
 * @param signedBy user name of the one who signed it off
 */
public record Submission(@Nullable Boolean zero, @Nullable String remark, String signedBy) {}
