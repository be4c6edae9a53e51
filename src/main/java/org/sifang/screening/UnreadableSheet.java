package org.sifang.screening;

import java.io.IOException;
import java.util.List;
import org.sifang.kernel.Fault;

/** The file cannot be taken, and the faults say why. It carries no cause: a reader's messages quote cells. */
class UnreadableSheet extends IOException {

    private final transient List<Fault> faults;

    UnreadableSheet(String code, Object... args) {
        this(List.of(Fault.at("file", code, args)));
    }

    UnreadableSheet(List<Fault> faults) {
        super(faults.stream().map(Fault::code).toList().toString());
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
