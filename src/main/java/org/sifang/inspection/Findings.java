package org.sifang.inspection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.Ids;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was found wrong, whoever found it: each becomes a rectification of its own. */
@Service
public class Findings {

    private final FindingRows rows;
    private final Organizations organizations;
    private final Journal journal;

    Findings(FindingRows rows, Organizations organizations, Journal journal) {
        this.rows = rows;
        this.organizations = organizations;
        this.journal = journal;
    }

    /**
     * Keeps them in the caller's transaction and starts the rectification of each. One of an item and organisation that
     * had one before is marked as repeated.
     *
     * @param by user name of the finder, who may not recheck them
     * @return as kept, in the order given
     * @throws org.sifang.kernel.NotFoundException when an organisation is not known
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Finding> record(List<NewFinding> found, String by, Instant now) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Finding> opened = found.stream().map(one -> opened(one, by, now)).toList();
        rows.insert(opened);
        List<Finding> kept = rows.find(opened.stream().map(Finding::id).toList());
        journal.recordAll(kept.stream().map(one -> entry(one, by, now)).toList());
        return kept;
    }

    private Finding opened(NewFinding found, String by, Instant now) {
        Organization organization = organizations.require(found.organization());
        return new Finding(
                Ids.next(),
                found.notice(),
                found.clause(),
                found.clauseText(),
                organization.code(),
                organization.division(),
                organization.sector(),
                organizations.require(found.orderer()).code(),
                found.checklist(),
                found.item(),
                found.itemText(),
                found.description(),
                found.source(),
                found.sourceId(),
                found.severity(),
                by,
                FindingState.OPEN,
                now,
                null,
                0,
                null,
                null,
                null,
                null);
    }

    private static Entry entry(Finding finding, String by, Instant now) {
        return new Entry(
                now,
                by,
                finding.repeated() ? "finding.repeated" : "finding.recorded",
                "finding",
                finding.id().toString(),
                finding.notice(),
                finding.organization(),
                Map.of(
                        "item",
                        finding.itemText(),
                        "description",
                        finding.description(),
                        "source",
                        Wording.message("finding.source." + finding.source())));
    }

    public Optional<Finding> find(UUID id) {
        return rows.find(id);
    }

    public List<Finding> find(Collection<UUID> ids) {
        return rows.find(ids);
    }
}
