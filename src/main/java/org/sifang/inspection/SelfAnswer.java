package org.sifang.inspection;

/** What an organisation says of itself. */
public enum SelfAnswer {
    YES,
    PARTLY,
    NO,
    NOT_APPLICABLE
}
