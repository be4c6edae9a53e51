package org.sifang.labtest;

import java.util.List;
import java.util.UUID;

/** These people have new tests: what came in for them too early may belong to one. */
record TestsOrdered(List<UUID> people) {}
