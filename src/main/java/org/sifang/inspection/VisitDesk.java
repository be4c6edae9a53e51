package org.sifang.inspection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.Checklist.Item;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where inspectors begin a visit, say what they found item by item, and hand it in. */
@Service
public class VisitDesk {

    private static final int LONGEST_NOTE = 500;

    private final InspectionRows rows;
    private final VisitRows visits;
    private final AnswerRows answers;
    private final InspectionNews news;
    private final InspectionFlow flow;

    VisitDesk(InspectionRows rows, VisitRows visits, AnswerRows answers, InspectionNews news, InspectionFlow flow) {
        this.rows = rows;
        this.visits = visits;
        this.answers = answers;
        this.news = news;
        this.flow = flow;
    }

    /** What an inspector says of one item; a null answer leaves the item as it was. */
    public record Said(@Nullable Answer answer, @Nullable String note) {}

    /** The inspectors are there; from now on the organisation may know of an unannounced visit. */
    @Transactional
    public void start(UUID id, Actor by, Instant now) {
        Visit visit = held(id, by);
        visit.require(VisitState.PLANNED);
        begin(visit, by, now);
    }

    private void begin(Visit visit, Actor by, Instant now) {
        visits.start(visit.id(), by.username(), now);
        news.visit(inspection(visit), visit, "started", by.username(), true, Map.of("inspectors", names(visit)), now);
    }

    /**
     * Keeps what is said so far; the first word begins the visit.
     *
     * @param said by item code
     * @throws FaultsException with every fault; nothing is kept then
     */
    @Transactional
    public void answer(UUID id, Map<String, Said> said, Actor by, Instant now) {
        Visit visit = held(id, by);
        if (visit.state() == VisitState.PLANNED) {
            begin(visit, by, now);
        } else {
            visit.require(VisitState.STARTED);
        }
        Checklist list = inspection(visit).checklist();
        List<Fault> faults = new ArrayList<>();
        List<VisitAnswer> kept = new ArrayList<>();
        said.forEach((code, one) -> {
            Answer answer = one.answer();
            String note = one.note() == null || one.note().isBlank()
                    ? null
                    : one.note().strip();
            if (list.item(code).isEmpty()) {
                faults.add(Fault.at("item-" + code, "fault.inspection.item", code));
            } else if (answer != null) {
                noteFaults(code, note, faults);
                kept.add(new VisitAnswer(code, answer, note, by.username(), now));
            }
        });
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        answers.put(id, kept);
    }

    private static void noteFaults(String code, @Nullable String note, List<Fault> faults) {
        if (note != null && note.length() > LONGEST_NOTE) {
            faults.add(Fault.at("item-" + code, "fault.inspection.note.long", LONGEST_NOTE));
        }
        PersonalNumbers.refuse("item-" + code, note, faults);
    }

    /**
     * The visit is over. Each item has an answer, each problem says what is wrong.
     *
     * @param receivedBy post of whoever received the inspectors
     * @throws FaultsException with every fault
     */
    @Transactional
    public Visit finish(UUID id, @Nullable String receivedBy, @Nullable String remark, Actor by, Instant now) {
        Visit visit = held(id, by);
        visit.require(VisitState.STARTED);
        Inspection inspection = inspection(visit);
        Map<String, VisitAnswer> said = answers.of(id);
        List<Fault> faults = new ArrayList<>();
        for (Item item : inspection.checklist().items()) {
            VisitAnswer answer = said.get(item.code());
            if (answer == null) {
                faults.add(Fault.at("item-" + item.code(), "fault.inspection.unanswered", item.text()));
            } else if (answer.answer() == Answer.PROBLEM && answer.note() == null) {
                faults.add(Fault.at("item-" + item.code(), "fault.inspection.note", item.text()));
            }
        }
        if (receivedBy == null || receivedBy.isBlank()) {
            faults.add(Fault.at("receivedBy", "fault.inspection.received"));
        }
        PersonalNumbers.refuse("receivedBy", receivedBy, faults);
        PersonalNumbers.refuse("remark", remark, faults);
        if (!faults.isEmpty() || receivedBy == null) {
            throw new FaultsException(faults);
        }
        Map<String, Answer> plain = new HashMap<>();
        said.forEach((code, answer) -> plain.put(code, answer.answer()));
        VisitScore score = VisitScore.of(inspection.checklist(), plain);
        visits.done(
                id,
                score,
                receivedBy.strip(),
                remark == null || remark.isBlank() ? null : remark.strip(),
                by.username(),
                now);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("score", score.points() == null ? "-" : score.points().toPlainString());
        facts.put(
                "problems",
                Long.toString(plain.values().stream()
                        .filter(answer -> answer == Answer.PROBLEM)
                        .count()));
        facts.put("inspectors", names(visit));
        news.visit(inspection, visit, "done", by.username(), true, facts, now);
        goOn(inspection.id());
        return visits.find(id).orElseThrow();
    }

    /**
     * Whatever visits of an inspection are still open are not made.
     *
     * @param reason needed as long as one is open
     */
    @Transactional
    public void endVisits(UUID inspection, @Nullable String reason, Actor by, Instant now) {
        Inspection held = rows.hold(inspection).orElseThrow(() -> new NotFoundException("inspection"));
        held.require(InspectionState.VISITING);
        List<Visit> open = visits.of(inspection).stream().filter(Visit::open).toList();
        if (!open.isEmpty()) {
            if (reason == null || reason.isBlank()) {
                throw new FaultsException(Fault.at("reason", "fault.inspection.open", open.size()));
            }
            visits.cancel(inspection, reason.strip());
            open.forEach(visit -> news.visit(
                    held, visit, "notMade", by.username(), visit.known(), Map.of("reason", reason.strip()), now));
        }
        goOn(inspection);
    }

    private void goOn(UUID inspection) {
        if (visits.of(inspection).stream().noneMatch(Visit::open)) {
            rows.state(inspection, InspectionState.REVIEW);
            flow.visitsMade(inspection);
        }
    }

    /** The inspection is held before its visit, so that of two visits that end together one finds none open. */
    private Visit held(UUID id, Actor by) {
        Visit seen = visits.find(id).orElseThrow(() -> new NotFoundException("inspection.visit"));
        InspectionPowers.require(InspectionPowers.mayVisit(seen, by));
        rows.hold(seen.inspection()).orElseThrow().require(InspectionState.VISITING);
        return visits.hold(id).orElseThrow();
    }

    private Inspection inspection(Visit visit) {
        return rows.find(visit.inspection()).orElseThrow(() -> new NotFoundException("inspection"));
    }

    private static String names(Visit visit) {
        return visit.inspectors().stream().collect(Collectors.joining(", "));
    }
}
