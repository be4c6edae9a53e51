package org.sifang.organization;

/** What an officer may do within the scope of his organisation. */
public enum Role {
    ADMIN,
    OFFICER,
    LEADER,
    COMMUNITY,
    LAB,
    INSPECTOR,
    DISCIPLINE,
    SUPERVISOR,
    /** A service account: another system that acts for its organisation and, journaled as such, for those below it. */
    SERVICE
}
