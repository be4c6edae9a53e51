package org.sifang.inspection;

/** What an inspector, or the organisation itself, says of an item. */
public enum Answer {
    OK,
    PROBLEM,
    NOT_APPLICABLE
}
