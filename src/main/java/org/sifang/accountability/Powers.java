package org.sifang.accountability;

import java.util.Objects;
import org.sifang.notice.RecordedBreach;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may do what in a case: nobody judges what he reported, what he decided before, or his own house. */
@Component
public class Powers {

    private final AccountabilityCases cases;

    Powers(AccountabilityCases cases) {
        this.cases = cases;
    }

    /** Whether he leads the command that holds to account. */
    public boolean leads(AccountabilityCase one, Actor actor) {
        return actor.groups().contains(one.authority() + "/" + Role.LEADER);
    }

    public boolean handles(AccountabilityCase one, Actor actor) {
        return actor.groups().contains(one.authority() + "/" + Role.DISCIPLINE);
    }

    /** Whether he speaks for the party; for a person also whoever handles the case takes down what she says. */
    public boolean speaks(AccountabilityCase one, Actor actor) {
        return actor.groups().contains(one.organization() + "/" + Role.OFFICER)
                || actor.groups().contains(one.organization() + "/" + Role.LEADER)
                || one.individual() && handles(one, actor);
    }

    public boolean reported(AccountabilityCase one, Actor actor) {
        return cases.breaches(one.id()).stream()
                .map(RecordedBreach::reportedBy)
                .anyMatch(reporter -> Objects.equals(reporter, actor.username()));
    }

    /** A leader of the authority who neither reported a breach of the case nor is of the party. */
    void judge(AccountabilityCase one, Actor actor, CaseFaults faults) {
        if (!leads(one, actor)) {
            throw new AccessDeniedException("Leads no authority of this case");
        }
        faults.when(reported(one, actor), "outcome", "fault.accountability.reporter");
        faults.when(
                !one.individual() && actor.organization().equals(one.party()),
                "outcome",
                "fault.accountability.ownHouse");
    }
}
