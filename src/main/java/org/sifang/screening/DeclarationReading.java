package org.sifang.screening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.sifang.person.FoundPerson;
import org.sifang.person.PersonClear;
import org.sifang.person.PersonMasked;
import org.sifang.person.Purpose;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was written in a declaration, for those who have to clear up what it contradicts: masked, or with a reason in full. */
@Service
public class DeclarationReading {

    private final DeclarationRows rows;
    private final NoticeCategories notices;
    private final Journal journal;
    private final ZoneId zone;

    DeclarationReading(DeclarationRows rows, NoticeCategories notices, Journal journal, Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.journal = journal;
        this.zone = clock.getZone();
    }

    /** Empty when it has been forgotten. */
    public Optional<PersonMasked> masked(Declaration declaration) {
        return rows.opened(declaration.id()).flatMap(declared -> masked(declaration, declared));
    }

    private Optional<PersonMasked> masked(Declaration declaration, Declared declared) {
        LocalDate day = declaration.receivedAt().atZone(zone).toLocalDate();
        return notices.find(declaration.notice())
                .map(notice -> declared.person().check(notice, day).candidate())
                .map(candidate -> masked(declaration.id(), candidate.person()));
    }

    private static PersonMasked masked(UUID id, FoundPerson person) {
        return new PersonClear(
                        id,
                        person.document(),
                        person.name().value(),
                        person.sex(),
                        person.age(),
                        person.phone().value(),
                        person.address())
                .masked();
    }

    /** Whether he may see it in full: officers and leaders of the command that takes it up. */
    public boolean mayReveal(Declaration declaration, Actor reader) {
        return reader.groups().contains(declaration.organization() + "/" + Role.OFFICER)
                || reader.groups().contains(declaration.organization() + "/" + Role.LEADER);
    }

    /**
     * All that was written; the journal keeps who read it and why.
     *
     * @throws org.sifang.kernel.FaultsException when the reason says nothing
     */
    @Transactional
    public Declared reveal(UUID id, String reason, Actor reader, Instant now) {
        Declaration declaration = rows.find(id)
                .filter(one -> reader.scope().covers(one.organization(), one.division(), null))
                .orElseThrow(() -> new NotFoundException("declaration"));
        if (!mayReveal(declaration, reader)) {
            throw new AccessDeniedException("Does not work for the command that takes it up");
        }
        Purpose purpose =
                new Purpose(reason, "declaration", id.toString(), declaration.notice(), declaration.organization());
        Declared declared = rows.opened(id).orElseThrow(() -> new NotFoundException("declaration"));
        journal.record(new Entry(
                now,
                reader.username(),
                "declaration.revealed",
                purpose.subjectType(),
                purpose.subject(),
                purpose.notice(),
                purpose.organization(),
                Map.of("reason", purpose.reason())));
        return declared;
    }
}
