package org.sifang.inspection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final RectificationRounds rounds;
    private final Organizations organizations;
    private final RectificationWord word;
    private final RectificationFlow flow;
    private final RectificationSettings settings;

    Findings(
            FindingRows rows,
            RectificationRounds rounds,
            Organizations organizations,
            RectificationWord word,
            RectificationFlow flow,
            RectificationSettings settings) {
        this.rows = rows;
        this.rounds = rounds;
        this.organizations = organizations;
        this.word = word;
        this.flow = flow;
        this.settings = settings;
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
        kept.stream()
                .collect(Collectors.partitioningBy(Finding::repeated))
                .forEach((repeated, some) ->
                        word.record(some, repeated ? "repeated" : "recorded", by, Findings::facts, now));
        Instant orderDueAt = now.plus(settings.orderWithin());
        kept.forEach(one -> word.tellLeaders(one, "recorded", orderDueAt.toString()));
        flow.opened(kept.stream().map(Finding::id).toList(), orderDueAt);
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

    private static Map<String, String> facts(Finding finding) {
        return Map.of(
                "item", finding.itemText(),
                "description", finding.description(),
                "source", Wording.message("finding.source." + finding.source()));
    }

    public Optional<Finding> find(UUID id) {
        return rows.find(id);
    }

    public List<Finding> find(Collection<UUID> ids) {
        return rows.find(ids);
    }

    /** The rounds of a finding, the first first. */
    public List<RectificationRound> rounds(UUID finding) {
        return rounds.of(finding);
    }

    /** By when the next step has to be done; null when there is none. */
    public @Nullable Instant nextDueAt(Finding finding) {
        return switch (finding.state()) {
            case OPEN -> orderDueAt(finding);
            case ORDERED, OVERDUE -> finding.dueAt();
            case EVIDENCE, RECHECK -> recheckDueAt(finding);
            case CLOSED -> null;
        };
    }

    /** By when its rectification has to be ordered. */
    public Instant orderDueAt(Finding finding) {
        return finding.foundAt().plus(settings.orderWithin());
    }

    /** By when what was handed in has to be rechecked; while nothing is in, counted from the deadline. */
    public Instant recheckDueAt(Finding finding) {
        List<RectificationRound> known = finding.round() == 0 ? List.of() : rounds.of(finding.id());
        Instant from = known.isEmpty() ? null : known.get(known.size() - 1).evidenceAt();
        if (from == null) {
            from = finding.dueAt();
        }
        return (from == null ? finding.foundAt() : from).plus(settings.recheckWithin());
    }
}
