package org.sifang.organization;

/** The level an organisation works at. */
public enum OrganizationLevel {
    CITY,
    COUNTY,
    TOWNSHIP,
    COMMUNITY
}
