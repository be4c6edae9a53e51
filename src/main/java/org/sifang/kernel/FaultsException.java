package org.sifang.kernel;

import java.util.List;

/** What was given cannot be taken; carries every fault, not the first (HTTP 422). */
public class FaultsException extends RuntimeException {

    private final transient List<Fault> faults;

    public FaultsException(List<Fault> faults) {
        super(faults.size() + " fault(s): "
                + faults.stream().map(Fault::code).distinct().toList());
        this.faults = List.copyOf(faults);
    }

    public FaultsException(Fault fault) {
        this(List.of(fault));
    }

    public List<Fault> faults() {
        return faults;
    }
}
