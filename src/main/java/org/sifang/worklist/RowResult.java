package org.sifang.worklist;

import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;

/** What became of one row of a bulk step; the fault says why it did not work. */
public record RowResult(String id, @Nullable Fault fault) {

    public boolean ok() {
        return fault == null;
    }
}
