package org.sifang.isolation;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The checks and visits of one case, for those who have already decided that their reader may see the case. */
@Service
public class CheckHistory {

    private final DailyCheckRows checks;
    private final FollowUpVisits visits;

    CheckHistory(DailyCheckRows checks, FollowUpVisits visits) {
        this.checks = checks;
        this.visits = visits;
    }

    /** The latest first; those that fell away when she left isolation are left out. */
    public List<DailyCheck> checks(UUID caseId, int limit) {
        return checks.of(caseId, limit).stream()
                .filter(check -> check.state() != DailyCheckState.VOID)
                .toList();
    }

    /** The first first, those to come included. */
    public List<FollowUpVisit> visits(UUID caseId) {
        return visits.of(List.of(caseId)).stream()
                .filter(visit -> visit.state() != DailyCheckState.VOID)
                .toList();
    }
}
