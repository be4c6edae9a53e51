package org.sifang.accountability;

/** How the party's right to be heard (陈述申辩) was met; without one of these nothing can be decided. */
public enum HearingKind {
    STATEMENT,
    WAIVED,
    EXPIRED
}
