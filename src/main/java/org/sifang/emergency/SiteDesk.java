package org.sifang.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.TypedText;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the positive was: sites closed, disinfected, and opened again. */
@Service
public class SiteDesk {

    private static final int LONGEST_NAME = 100;
    private static final int MOST = 50;

    private final BranchWork work;
    private final EmergencyRows rows;
    private final SiteRows sites;
    private final EmergencyFlow flow;
    private final EmergencyClocks clocks;

    SiteDesk(BranchWork work, EmergencyRows rows, SiteRows sites, EmergencyFlow flow, EmergencyClocks clocks) {
        this.work = work;
        this.rows = rows;
        this.sites = sites;
        this.flow = flow;
        this.clocks = clocks;
    }

    /** In the order they were named. */
    public List<Site> of(UUID emergency) {
        return sites.of(emergency);
    }

    /** @param names one site a line */
    @Transactional
    public void closeSites(UUID id, String names, Instant closedAt, Actor by, Instant now) {
        Emergency emergency = work.open(id, Branch.SITES);
        List<String> sitesToClose = names.lines()
                .map(TypedText::tidy)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        StepFaults faults = new StepFaults();
        if (sitesToClose.isEmpty()) {
            faults.add("sites", "fault.emergency.sites.none");
        }
        if (sitesToClose.size() > MOST) {
            faults.add("sites", "fault.emergency.sites.many", MOST);
        }
        if (sitesToClose.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
            faults.add("sites", "fault.emergency.sites.long", LONGEST_NAME);
        }
        faults.free("sites", names);
        faults.past("closedAt", closedAt, now);
        faults.raise();
        sites.close(id, sitesToClose, closedAt);
        Map<String, String> facts =
                BranchWork.facts("count", Integer.toString(sitesToClose.size()), "closedAt", closedAt.toString());
        work.note(emergency, Branch.SITES, facts, "sitesClosed", by, now);
        flow.sitesClosed(id, true);
    }

    /** No site needs to be closed. */
    @Transactional
    public void noSites(UUID id, String basis, Actor by, Instant now) {
        Emergency emergency = work.open(id, Branch.SITES);
        StepFaults faults = new StepFaults();
        faults.free("basis", basis);
        faults.raise();
        work.finish(emergency, Branch.SITES, BranchWork.facts("basis", basis), "noSites", by, now);
        flow.sitesClosed(id, false);
    }

    @Transactional
    public void disinfect(
            UUID id, String disinfectedBy, Instant disinfectedAt, @Nullable String remark, Actor by, Instant now) {
        Emergency emergency = work.open(id, Branch.SITES);
        StepFaults faults = new StepFaults();
        faults.free("disinfectedBy", disinfectedBy);
        faults.past("disinfectedAt", disinfectedAt, now);
        faults.free("remark", remark);
        faults.raise();
        sites.disinfect(id, disinfectedBy, disinfectedAt);
        Map<String, String> facts =
                BranchWork.facts("disinfectedBy", disinfectedBy, "disinfectedAt", disinfectedAt.toString());
        BranchWork.put(facts, "remark", remark);
        work.finish(emergency, Branch.SITES, facts, "disinfected", by, now);
        Instant judgeBy = now.plus(clocks.of(Branch.REOPENING));
        rows.begin(id, Branch.REOPENING, judgeBy);
        flow.disinfected(id, judgeBy);
    }

    /** @param reopenedAt null when the sites stay closed and go over to their line */
    @Transactional
    public void judgeReopening(UUID id, @Nullable Instant reopenedAt, String basis, Actor by, Instant now) {
        Emergency emergency = work.open(id, Branch.REOPENING);
        StepFaults faults = new StepFaults();
        faults.free("basis", basis);
        if (reopenedAt != null) {
            faults.past("reopenedAt", reopenedAt, now);
        }
        faults.raise();
        Map<String, String> facts = BranchWork.facts("basis", basis);
        if (reopenedAt != null) {
            sites.reopen(id, reopenedAt);
            facts.put("reopenedAt", reopenedAt.toString());
        }
        work.finish(emergency, Branch.REOPENING, facts, reopenedAt == null ? "sitesHandedOver" : "reopened", by, now);
        flow.reopeningJudged(id);
    }
}
