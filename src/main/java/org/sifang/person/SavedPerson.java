package org.sifang.person;

import java.util.UUID;

/** What became of one found person. */
public record SavedPerson(UUID id, Outcome outcome) {

    /** What happened to the record. */
    public enum Outcome {
        CREATED,
        /** Phone, address, typed sex or typed age differed, and now are as found. */
        UPDATED,
        UNCHANGED,
        /** The document is known under another name; the record was left as it was. */
        CONFLICTING
    }
}
