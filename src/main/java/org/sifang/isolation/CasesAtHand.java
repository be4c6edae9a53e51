package org.sifang.isolation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sifang.person.People;
import org.sifang.person.PersonMasked;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Cases with what is known of their people, read once a transaction: opening decides by the age, and the task list names
 * the person before the same commit. Unsealing a name costs more than the row it is written into.
 */
@Component
public class CasesAtHand {

    private final FoundCases found;
    private final Isolations isolations;
    private final People people;

    CasesAtHand(FoundCases found, Isolations isolations, People people) {
        this.found = found;
        this.isolations = isolations;
        this.people = people;
    }

    /**
     * @param isolations by case
     * @param people by person; those whose data was removed are absent
     */
    public record Known(List<PersonCase> cases, Map<UUID, Isolation> isolations, Map<UUID, PersonMasked> people) {

        private boolean covers(Collection<UUID> subjects) {
            return isolations.keySet().containsAll(subjects);
        }
    }

    /** Remembers what this transaction has just written; a later call replaces it. */
    void keep(Known known) {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        TransactionSynchronizationManager.bindResource(this, known);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(CasesAtHand.this);
            }
        });
    }

    /** What was kept if it answers for all of these, else what the database says. */
    public Known of(Collection<UUID> subjects) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Known kept && kept.covers(subjects)) {
            return kept;
        }
        List<PersonCase> cases = found.find(subjects);
        return new Known(
                cases,
                isolations.find(subjects),
                people.masked(cases.stream().map(PersonCase::person).toList()));
    }
}
