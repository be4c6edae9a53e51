package org.sifang.accountability;

import org.sifang.organization.OrganizationKind;

/** Who answers, as far as the measures differ: an authority through its leaders, a unit with its status, a person herself. */
public enum PartyGroup {
    COMMAND,
    DEPARTMENT,
    UNIT,
    INDIVIDUAL;

    static PartyGroup of(OrganizationKind kind) {
        return switch (kind) {
            case COMMAND -> COMMAND;
            case DEPARTMENT -> DEPARTMENT;
            case UNIT, MEDICAL, COMMUNITY, LAB -> UNIT;
        };
    }
}
