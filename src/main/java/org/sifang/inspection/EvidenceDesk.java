package org.sifang.inspection;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.document.FileKind;
import org.sifang.document.Upload;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photos and documents of a visit: what they are is read from their bytes, never from their name. */
@Service
public class EvidenceDesk {

    private static final Set<FileKind> KINDS = EnumSet.of(FileKind.JPEG, FileKind.PNG, FileKind.PDF);
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int MOST = 60;

    private final InspectionRows rows;
    private final VisitRows visits;
    private final AnswerRows answers;
    private final InspectionNews news;

    EvidenceDesk(InspectionRows rows, VisitRows visits, AnswerRows answers, InspectionNews news) {
        this.rows = rows;
        this.visits = visits;
        this.answers = answers;
        this.news = news;
    }

    /** A kept photo or document with its bytes. */
    public record Content(Evidence evidence, byte[] bytes) {}

    /**
     * Keeps a photo (JPEG, PNG) or document (PDF); a JPEG loses the place and the device written into it.
     *
     * @throws FaultsException when it is none of these or too large
     */
    @Transactional
    public Evidence add(UUID id, String item, @Nullable String name, byte[] bytes, Actor by, Instant now) {
        Visit visit = visits.hold(id).orElseThrow(() -> new NotFoundException("inspection.visit"));
        InspectionPowers.require(InspectionPowers.mayVisit(visit, by));
        visit.require(VisitState.STARTED);
        Inspection inspection = rows.find(visit.inspection()).orElseThrow(() -> new NotFoundException("inspection"));
        String path = "item-" + item;
        if (inspection.checklist().item(item).isEmpty()) {
            throw new FaultsException(Fault.at(path, "fault.inspection.item", item));
        }
        if (answers.evidence(id).size() >= MOST) {
            throw new FaultsException(Fault.at(path, "fault.inspection.evidence.many", MOST));
        }
        Upload upload = Upload.of(path, name, bytes, KINDS, LARGEST);
        Evidence evidence = new Evidence(
                Ids.next(), id, item, upload.name(), upload.kind().mediaType(), upload.hash(), by.username(), now);
        answers.add(evidence, upload.bytes());
        news.visit(
                inspection,
                visit,
                "evidence",
                by.username(),
                true,
                Map.of("item", worded(inspection, item), "hash", evidence.hash()),
                now);
        return evidence;
    }

    @Transactional
    public void remove(UUID id, UUID evidence, Actor by, Instant now) {
        Visit visit = visits.hold(id).orElseThrow(() -> new NotFoundException("inspection.visit"));
        InspectionPowers.require(InspectionPowers.mayVisit(visit, by));
        visit.require(VisitState.STARTED);
        Evidence gone = find(id, evidence).orElseThrow(() -> new NotFoundException("inspection.visit"));
        answers.remove(id, evidence);
        Inspection inspection = rows.find(visit.inspection()).orElseThrow(() -> new NotFoundException("inspection"));
        news.visit(
                inspection,
                visit,
                "evidenceRemoved",
                by.username(),
                true,
                Map.of("item", worded(inspection, gone.item()), "hash", gone.hash()),
                now);
    }

    /** The photos and documents of a visit, in the order they came; for whoever may see the visit. */
    public List<Evidence> of(UUID visit) {
        return answers.evidence(visit);
    }

    /** @throws NotFoundException when the visit has none with this id */
    public Content require(UUID visit, UUID evidence) {
        Evidence known = find(visit, evidence).orElseThrow(() -> new NotFoundException("inspection.visit"));
        return new Content(
                known, answers.content(visit, evidence).orElseThrow(() -> new NotFoundException("inspection.visit")));
    }

    private Optional<Evidence> find(UUID visit, UUID evidence) {
        return answers.evidence(visit).stream()
                .filter(one -> one.id().equals(evidence))
                .findFirst();
    }

    private static String worded(Inspection inspection, String item) {
        return inspection.checklist().item(item).map(Checklist.Item::text).orElse(item);
    }
}
