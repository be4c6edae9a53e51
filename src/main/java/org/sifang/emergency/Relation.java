package org.sifang.emergency;

/** How somebody met the positive, or the contact; words of a fixed set, so that nobody is named. */
public enum Relation {
    HOUSEHOLD,
    WORK,
    SCHOOL,
    TRANSPORT,
    VENUE,
    MEDICAL,
    OTHER
}
