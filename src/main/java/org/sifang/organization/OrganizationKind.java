package org.sifang.organization;

/** What an organisation is; the words of the organisation file. */
public enum OrganizationKind {
    COMMAND,
    DEPARTMENT,
    UNIT,
    MEDICAL,
    COMMUNITY,
    LAB
}
