package org.sifang.inspection;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.DrawInput.Candidate;
import org.sifang.inspection.DrawInput.Inspector;
import org.sifang.inspection.DrawInput.Reason;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.organization.Addressees;
import org.sifang.organization.Officers;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Draws objects and inspectors, keeps what was drawn, and repeats a draw from the journal. */
@Service
public class Draws {

    static final String ACTION = "inspection.drawn";

    private static final int SEED_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final DrawRows rows;
    private final Organizations organizations;
    private final Officers officers;
    private final TrackRecords records;
    private final InspectionWeights weights;
    private final Journal journal;

    Draws(
            DrawRows rows,
            Organizations organizations,
            Officers officers,
            TrackRecords records,
            InspectionWeights weights,
            Journal journal) {
        this.rows = rows;
        this.organizations = organizations;
        this.officers = officers;
        this.records = records;
        this.weights = weights;
        this.journal = journal;
    }

    /** A draw repeated from the journal: what was written there, and what comes out now. */
    public record Repetition(
            DrawRecord record,
            List<DrawnVisit> again,
            @Nullable List<DrawnVisit> kept) {

        /** Whether journal, repetition and the draw as kept all say the same. */
        public boolean same() {
            return again.equals(record.visits()) && again.equals(kept);
        }
    }

    /**
     * Draws for an inspection and writes all of it to the journal.
     *
     * @param reason why it is drawn again; null for the first draw
     * @throws FaultsException before anything is kept, when there is nothing to draw or too few inspectors may go
     */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = FaultsException.class)
    public Draw draw(Inspection inspection, @Nullable String reason, String by, Instant now) {
        DrawInput input = input(inspection, now);
        String seed = seed();
        Draw draw = new Draw(
                Ids.next(),
                inspection.id(),
                rows.of(inspection.id()).size() + 1,
                seed,
                input,
                DoubleDraw.of(seed, input),
                now,
                by,
                reason);
        rows.insert(draw);
        Map<String, String> facts = DrawRecord.of(draw).facts();
        facts.put("reason", reason == null ? "" : reason);
        journal.record(new Entry(
                now,
                by,
                ACTION,
                "inspection",
                inspection.id().toString(),
                inspection.notice(),
                inspection.organization(),
                facts));
        return draw;
    }

    /** The draws of an inspection, the latest first. */
    public List<Draw> of(UUID inspection) {
        return rows.of(inspection);
    }

    /** Draws once more from what the journal says; nothing when the journal knows no such draw. */
    public Optional<Repetition> repeat(UUID inspection, UUID draw) {
        Optional<Draw> kept = rows.of(inspection).stream()
                .filter(one -> one.id().equals(draw))
                .findFirst();
        return journal.allAbout(inspection.toString()).stream()
                .filter(entry -> entry.action().equals(ACTION))
                .map(JournalEntryView::facts)
                .filter(facts -> draw.toString().equals(facts.get("draw")))
                .findFirst()
                .map(DrawRecord::read)
                .map(record -> new Repetition(
                        record, record.repeated(), kept.map(Draw::result).orElse(null)));
    }

    /** What may be drawn, by code. */
    List<Organization> objects(Inspection inspection) {
        Targets targets = inspection.targets();
        Addressees filter = new Addressees(
                targets.kinds(),
                targets.levels(),
                targets.codes(),
                targets.sectors(),
                targets.unitKinds(),
                targets.minimumGrade(),
                inspection.division());
        Organization own = organizations.require(inspection.organization());
        String line = own.kind() == OrganizationKind.DEPARTMENT ? own.sector() : null;
        return organizations.select(filter).stream()
                .filter(one -> !one.code().equals(own.code()))
                .filter(one -> line == null || line.equals(one.sector()))
                .toList();
    }

    private DrawInput input(Inspection inspection, Instant now) {
        List<Organization> objects = objects(inspection);
        Map<String, TrackRecord> known = records.of(objects, now);
        return new DrawInput(
                inspection.size(),
                DrawInput.LEAST_TEAM,
                objects.stream()
                        .map(one -> candidate(one, known.getOrDefault(one.code(), new TrackRecord(0, 0, -1, 0))))
                        .toList(),
                inspectors(inspection));
    }

    private Candidate candidate(Organization object, TrackRecord record) {
        List<Reason> reasons = weights.decide(record);
        int weight = reasons.stream().mapToInt(Reason::points).sum();
        return new Candidate(object.code(), Math.max(1, weight), reasons, barred(object));
    }

    /**
     * Whose people never inspect it: itself and whoever stands right above it. A city's command is not barred from what
     * stands right below it, or nobody could inspect the counties and departments it has to inspect (ADR 40).
     */
    private List<String> barred(Organization object) {
        List<String> barred = new ArrayList<>(List.of(object.code()));
        Optional.ofNullable(object.parent())
                .flatMap(organizations::find)
                .filter(parent -> parent.kind() != OrganizationKind.COMMAND || parent.level() != OrganizationLevel.CITY)
                .map(Organization::code)
                .ifPresent(barred::add);
        return barred;
    }

    /** Every inspector of the city the inspection lies in: counties inspect each other. */
    private List<Inspector> inspectors(Inspection inspection) {
        String city = inspection.division().value().substring(0, 4);
        List<String> codes = organizations.all().stream()
                .filter(one -> one.division().value().startsWith(city))
                .map(Organization::code)
                .toList();
        List<Inspector> known = new ArrayList<>();
        officers.usernames(codes, Role.INSPECTOR)
                .forEach((code, names) -> names.forEach(name -> known.add(new Inspector(name, code))));
        return known;
    }

    private String seed() {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
