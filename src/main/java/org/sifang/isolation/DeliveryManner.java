package org.sifang.isolation;

/** How a paper reached a person. */
public enum DeliveryManner {
    IN_PERSON,
    /** To an adult who lives with her. */
    FAMILY,
    /** Left at her home before witnesses, as she would not take it. */
    LEFT,
    PHONE,
    ELECTRONIC
}
