package org.sifang.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.Breaches;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a finding without anybody doing it: its clocks. Each step does nothing when it comes twice. */
@Service
public class RectificationCourse {

    private final FindingRows rows;
    private final RectificationRounds rounds;
    private final RectificationWord word;
    private final Breaches breaches;

    RectificationCourse(FindingRows rows, RectificationRounds rounds, RectificationWord word, Breaches breaches) {
        this.rows = rows;
        this.rounds = rounds;
        this.word = word;
        this.breaches = breaches;
    }

    /** The deadline has passed and nothing is in: a breach, once for this deadline. */
    @Transactional
    public void markOverdue(UUID id, Instant now) {
        Finding finding = hold(id);
        Instant dueAt = finding.dueAt();
        if (finding.state() != FindingState.ORDERED || dueAt == null || dueAt.isAfter(now)) {
            return;
        }
        rounds.overdue(finding, now);
        word.record(finding, "overdue", Actor.SYSTEM, Map.of("dueAt", dueAt.toString()), now);
        word.tellRectifier(finding, "overdue", dueAt.toString());
        word.tellOrderer(finding, "overdue", dueAt.toString());
        breaches.record(List.of(RectificationOverdue.of(finding, now)));
    }

    /** Nobody has ordered it yet. */
    @Transactional
    public void remindOrder(UUID id, Instant now) {
        Finding finding = hold(id);
        if (finding.state() == FindingState.OPEN) {
            word.record(finding, "orderReminded", Actor.SYSTEM, Map.of(), now);
            word.tellLeaders(finding, "orderReminder");
        }
    }

    /** What was handed in has not been looked at yet. */
    @Transactional
    public void remindRecheck(UUID id, Instant now) {
        Finding finding = hold(id);
        if (finding.state() != FindingState.EVIDENCE && finding.state() != FindingState.RECHECK) {
            return;
        }
        word.record(finding, "recheckReminded", Actor.SYSTEM, Map.of(), now);
        word.tellOrderer(finding, "recheckReminder");
        if (finding.rechecker() != null) {
            word.tell(finding, "recheckReminder", finding.rechecker());
        }
    }

    private Finding hold(UUID id) {
        return rows.hold(id).orElseThrow(() -> new NotFoundException("finding"));
    }
}
