package org.sifang.accountability;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Wording;
import org.sifang.person.People;
import org.sifang.person.PersonMasked;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;

/** What parties and notices are called: an organisation by its name, a person by her masked name only. */
@Component
public class CaseNames {

    private final FoundCases found;
    private final People people;
    private final Notices notices;
    private final Wording wording;

    CaseNames(FoundCases found, People people, Notices notices, Wording wording) {
        this.found = found;
        this.people = people;
        this.notices = notices;
        this.wording = wording;
    }

    /** The party's name, by the id of the case. */
    public Map<UUID, String> parties(Collection<AccountabilityCase> cases) {
        Map<UUID, UUID> personOf = found
                .find(cases.stream()
                        .filter(AccountabilityCase::individual)
                        .map(one -> UUID.fromString(one.party()))
                        .toList())
                .stream()
                .collect(Collectors.toMap(PersonCase::id, PersonCase::person));
        Map<UUID, PersonMasked> masked = people.masked(personOf.values());
        Map<UUID, String> names = new HashMap<>();
        cases.forEach(one -> {
            PersonMasked person = one.individual() ? masked.get(personOf.get(UUID.fromString(one.party()))) : null;
            names.put(one.id(), person == null ? wording.organizationName(one.organization()) : person.name());
        });
        return names;
    }

    public String party(AccountabilityCase one) {
        return parties(List.of(one)).getOrDefault(one.id(), "");
    }

    /** How people name the notice; empty without one. */
    public String notice(AccountabilityCase one) {
        UUID id = one.notice();
        return id == null ? "" : notices.find(id).map(NoticeView::caption).orElse("");
    }
}
