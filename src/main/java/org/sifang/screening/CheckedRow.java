package org.sifang.screening;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;

/**
 * A row after it was judged on its own.
 *
 * @param candidate who stands there; null when there are faults
 */
record CheckedRow(int number, @Nullable Candidate candidate, List<Fault> faults) {}
