package org.sifang.screening;

/** What became of a row of a sheet; every row has exactly one. */
public enum Outcome {
    /** A new person for this notice. */
    CREATED,
    /** A known one, whose phone, address, typed sex or age, or category now is as in the row. */
    UPDATED,
    UNCHANGED,
    /**
     * Somebody has to look: the typed sex or age contradicts the document (the row is in, both stand side by side); or the
     * row was left out because the document has another name, another county has the person, or an earlier row of the
     * sheet says something else of her.
     */
    CONFLICTING,
    /** Not taken; comes back with its reasons. */
    REJECTED
}
