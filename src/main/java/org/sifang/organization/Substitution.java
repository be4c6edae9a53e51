package org.sifang.organization;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody does the work of an absent colleague.
 *
 * @param username the absent one
 * @param from first instant
 * @param until first instant no more
 * @param by user name of the one who arranged it
 */
public record Substitution(UUID id, String username, String substitute, Instant from, Instant until, String by) {}
