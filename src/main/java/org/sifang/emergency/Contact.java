package org.sifang.emergency;

import java.time.Instant;
import java.util.UUID;

/** Somebody who met the positive, or met somebody who did; who that is stands in {@code person}. */
public record Contact(
        UUID emergency, UUID personCase, Degree degree, Relation relation, Instant addedAt, String addedBy) {}
