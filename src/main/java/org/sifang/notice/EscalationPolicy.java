package org.sifang.notice;

import org.sifang.organization.OrganizationKind;

/** The decision table {@code escalation}. */
public interface EscalationPolicy {

    Escalation decide(LadderAction action, OrganizationKind addressee);
}
