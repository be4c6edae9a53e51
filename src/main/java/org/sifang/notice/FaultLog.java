package org.sifang.notice;

import java.util.ArrayList;
import java.util.List;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;

/** Faults found so far. Reading goes on after a fault, so that an author learns of all of them at once. */
final class FaultLog {

    /** More than anybody mends in one go; a hostile text must not fill the memory with sentences about itself. */
    static final int LIMIT = 200;

    private final List<Fault> faults = new ArrayList<>();
    private int found;

    void add(String path, Wrong what, Object... args) {
        found++;
        if (faults.size() < LIMIT) {
            faults.add(what.at(path, args));
        }
    }

    int found() {
        return found;
    }

    void refuseIfAny() {
        if (found > LIMIT) {
            faults.add(Wrong.MORE.at("", found - LIMIT));
        }
        if (found > 0) {
            throw new FaultsException(faults);
        }
    }

    static FaultsException refusal(Wrong what, Object... args) {
        return new FaultsException(what.at("", args));
    }
}
