package org.sifang.isolation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sifang.isolation.CheckPowers.Owner;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.person.People;
import org.sifang.person.PersonClear;
import org.sifang.person.Purpose;
import org.sifang.screening.CaseMark;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the answers of a day's checks come in, one by one or for a whole household. */
@Service
public class DailyCheckDesk {

    private final DailyCheckRows checks;
    private final CheckRounds rounds;
    private final FoundCases cases;
    private final CheckMarks marks;
    private final ReportedSymptoms symptoms;
    private final CheckSettings settings;
    private final People people;
    private final Journal journal;

    DailyCheckDesk(
            DailyCheckRows checks,
            CheckRounds rounds,
            FoundCases cases,
            CheckMarks marks,
            ReportedSymptoms symptoms,
            CheckSettings settings,
            People people,
            Journal journal) {
        this.checks = checks;
        this.rounds = rounds;
        this.cases = cases;
        this.marks = marks;
        this.symptoms = symptoms;
        this.settings = settings;
        this.people = people;
        this.journal = journal;
    }

    /**
     * Takes an answer, also a late one and also in place of a former one, as long as the day is not closed.
     *
     * @throws NotFoundException when there is none in his scope
     * @throws org.springframework.security.access.AccessDeniedException when he only looks on
     * @throws StateConflictException when she left isolation, or the day is closed
     */
    @Transactional
    public DailyCheck answer(UUID id, CheckAnswer answer, Actor by, Instant now) {
        DailyCheck check = taken(id, by);
        CheckRound round = open(check);
        boolean late = !now.isBefore(round.cutOffAt());
        checks.answer(List.of(id), answer, by.username(), false, late, now);
        PersonCase found = cases.find(check.caseId()).orElseThrow(() -> new NotFoundException("case"));
        journal.record(entry(check, answer, false, by, now));
        follow(check, answer, found, by, now);
        return checks.find(id).orElseThrow();
    }

    /**
     * One answer, normal and at home, for everybody of the household whom nobody has asked after yet; those who are known
     * to be away have to be seen themselves.
     *
     * @return how many were answered for
     */
    @Transactional
    public int answerHousehold(UUID id, Actor by, Instant now) {
        DailyCheck one = taken(id, by);
        CheckRound round = open(one);
        List<DailyCheck> household = checks.lockHousehold(one);
        Map<UUID, PersonCase> found = new HashMap<>();
        cases.find(household.stream().map(DailyCheck::caseId).toList()).forEach(known -> found.put(known.id(), known));
        List<DailyCheck> answered = household.stream()
                .filter(check -> {
                    PersonCase known = found.get(check.caseId());
                    return known != null && !known.marks().contains(CaseMark.BREACHED);
                })
                .toList();
        if (answered.isEmpty()) {
            return 0;
        }
        checks.answer(
                answered.stream().map(DailyCheck::id).toList(),
                CheckAnswer.NORMAL,
                by.username(),
                answered.size() > 1,
                !now.isBefore(round.cutOffAt()),
                now);
        journal.recordAll(answered.stream()
                .map(check -> entry(check, CheckAnswer.NORMAL, answered.size() > 1, by, now))
                .toList());
        marks.reached(
                answered.stream()
                        .map(check -> found.get(check.caseId()))
                        .filter(known -> known != null)
                        .toList(),
                by.username(),
                now);
        return answered.size();
    }

    /** The person unmasked, for who has to call her; the journal keeps who looked. */
    @Transactional
    public PersonClear reveal(UUID id, Actor by, Instant now) {
        DailyCheck check = checks.find(id)
                .filter(known -> CheckPowers.sees(by, Owner.of(known)))
                .orElseThrow(() -> new NotFoundException("check"));
        CheckPowers.requireAnswer(by, Owner.of(check));
        Purpose purpose = new Purpose(
                "@check.reveal.reason", "case", check.caseId().toString(), check.notice(), check.organization());
        return people.disclose(List.of(check.person()), by.username(), purpose, now)
                .get(0);
    }

    private DailyCheck taken(UUID id, Actor by) {
        DailyCheck check = checks.lock(id)
                .filter(known -> CheckPowers.sees(by, Owner.of(known)))
                .orElseThrow(() -> new NotFoundException("check"));
        CheckPowers.requireAnswer(by, Owner.of(check));
        if (check.state() == DailyCheckState.VOID) {
            throw new StateConflictException("check", check.state().name(), DailyCheckState.DUE.name());
        }
        return check;
    }

    private CheckRound open(DailyCheck check) {
        CheckRound round = rounds.require(check.round());
        if (!round.takesAnswers()) {
            throw new StateConflictException("checkDay", round.state().name(), CheckRound.State.OPEN.name());
        }
        return round;
    }

    private void follow(DailyCheck check, CheckAnswer answer, PersonCase found, Actor by, Instant now) {
        Presence presence = answer.presence();
        if (presence == null) {
            if (checks.attemptsSinceReached(found.id()) >= settings.unreachableAfterAttempts()) {
                marks.outOfReach(List.of(found.id()), by.username(), now);
            }
            return;
        }
        switch (presence) {
            case PRESENT -> {
                marks.reached(List.of(found), by.username(), now);
                marks.returned(List.of(found), by.username(), now);
            }
            case AWAY -> marks.reached(List.of(found), by.username(), now);
            case ABSENT -> marks.breached(check, found, by.username(), now);
        }
        if (!answer.symptoms().isEmpty()) {
            symptoms.inIsolation(found, by.username(), now);
        }
    }

    private static Entry entry(DailyCheck check, CheckAnswer answer, boolean forAll, Actor by, Instant now) {
        Presence presence = answer.presence();
        String outcome = presence == null ? "NOT_REACHED" : presence.name();
        Map<String, String> facts = new HashMap<>();
        facts.put("day", check.day().toString());
        facts.put("outcome", "@check.outcome." + outcome + (answer.symptoms().isEmpty() ? "" : " @check.symptomatic"));
        return new Entry(
                now,
                by.username(),
                forAll ? "case.checked.together" : presence == null ? "case.check.tried" : "case.checked",
                "case",
                check.caseId().toString(),
                check.notice(),
                check.organization(),
                facts);
    }
}
