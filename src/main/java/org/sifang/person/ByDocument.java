package org.sifang.person;

import org.jspecify.annotations.Nullable;

/**
 * What a document's number says of its holder; nulls where it does not.
 *
 * @param age in completed years
 */
public record ByDocument(@Nullable Sex sex, @Nullable Integer age) {}
