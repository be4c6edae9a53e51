package org.sifang.isolation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sifang.isolation.CheckMessages.Word;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.notice.Breaches;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.screening.CaseMark;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;

/**
 * Out of reach and away without permission: two facts, marked, told and undone each in its own way. Out of reach means
 * somebody has to look for her, and ends when she is reached; away without permission is answered for, and ends when she
 * is seen where she belongs.
 */
@Component
class CheckMarks {

    private final FoundCases cases;
    private final Breaches breaches;
    private final Notices notices;
    private final CheckMessages messages;
    private final Journal journal;

    CheckMarks(FoundCases cases, Breaches breaches, Notices notices, CheckMessages messages, Journal journal) {
        this.cases = cases;
        this.breaches = breaches;
        this.notices = notices;
        this.messages = messages;
        this.journal = journal;
    }

    /** Nobody knows where these people are; those known as such already are passed over. */
    void outOfReach(Collection<UUID> ids, String by, Instant now) {
        List<PersonCase> lost = cases.find(ids).stream()
                .filter(found -> !found.marks().contains(CaseMark.UNREACHABLE))
                .toList();
        if (lost.isEmpty()) {
            return;
        }
        cases.mark(ids(lost), CaseMark.UNREACHABLE);
        record(lost, "case.unreachable", by, now);
        List<Word> words = new ArrayList<>();
        lost.stream()
                .collect(Collectors.groupingBy(found -> new Place(found.notice(), county(found))))
                .forEach((place, group) -> words.add(new Word(
                        place.command(),
                        "unreachable",
                        List.of(caption(place.notice()), String.valueOf(group.size())),
                        group.size() == 1
                                ? "/cases/" + group.get(0).id()
                                : "/cases?notice=" + place.notice() + "&mark=UNREACHABLE",
                        group.size() == 1 ? group.get(0).id() : place.notice())));
        messages.tellOfficers(words);
    }

    /** They have been reached. */
    void reached(Collection<PersonCase> found, String by, Instant now) {
        List<PersonCase> lost = marked(found, CaseMark.UNREACHABLE);
        if (!lost.isEmpty()) {
            cases.unmark(ids(lost), CaseMark.UNREACHABLE);
            record(lost, "case.reached", by, now);
        }
    }

    /** She left her isolation; while that stands, being away another day is no further breach. */
    void breached(DailyCheck check, PersonCase found, String by, Instant now) {
        if (found.marks().contains(CaseMark.BREACHED)) {
            return;
        }
        cases.mark(List.of(found.id()), CaseMark.BREACHED);
        record(List.of(found), "case.breached", by, now);
        breaches.record(List.of(IsolationBreach.of(check, now)));
        messages.tellCommand(List.of(new Word(
                county(found),
                "breached",
                List.of(caption(found.notice()), Wording.organization(check.carer())),
                "/cases/" + found.id(),
                found.id())));
    }

    /** They were seen where they belong again. */
    void returned(Collection<PersonCase> found, String by, Instant now) {
        List<PersonCase> back = marked(found, CaseMark.BREACHED);
        if (!back.isEmpty()) {
            cases.unmark(ids(back), CaseMark.BREACHED);
            record(back, "case.returned", by, now);
        }
    }

    private record Place(UUID notice, String command) {}

    static String county(PersonCase found) {
        return found.division().county().value();
    }

    private String caption(UUID notice) {
        return notices.require(notice).caption();
    }

    private static List<PersonCase> marked(Collection<PersonCase> found, CaseMark mark) {
        return found.stream().filter(one -> one.marks().contains(mark)).toList();
    }

    private static List<UUID> ids(List<PersonCase> found) {
        return found.stream().map(PersonCase::id).toList();
    }

    private void record(List<PersonCase> found, String action, String by, Instant now) {
        journal.recordAll(found.stream()
                .map(one -> new Entry(
                        now, by, action, "case", one.id().toString(), one.notice(), one.organization(), Map.of()))
                .toList());
    }

    /** When no person says so. */
    void outOfReach(Collection<UUID> ids, Instant now) {
        outOfReach(ids, Actor.SYSTEM, now);
    }
}
