package org.sifang.emergency;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sifang.kernel.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens in an emergency without anybody doing it: its clocks, its end, and its being stood down. */
@Service
public class EmergencyCourse {

    private final EmergencyRows rows;
    private final ContactRows contacts;
    private final Announcer announcer;
    private final EmergencyFlow flow;

    EmergencyCourse(EmergencyRows rows, ContactRows contacts, Announcer announcer, EmergencyFlow flow) {
        this.rows = rows;
        this.contacts = contacts;
        this.announcer = announcer;
        this.flow = flow;
    }

    /** Marks a branch whose clock has run out, once, and tells those above. */
    @Transactional
    public void markOverdue(UUID id, Branch branch, Instant now) {
        if (rows.overdue(id, branch, now)) {
            announcer.overdue(require(id), branch, now);
        }
    }

    /** Every branch is done. */
    @Transactional
    public void finish(UUID id, Instant now) {
        Emergency emergency = require(id);
        if (emergency.state() == EmergencyState.OPEN) {
            rows.end(id, EmergencyState.DONE, now);
            announcer.done(emergency, now);
        }
    }

    /**
     * The positive of this case was corrected: its emergency is stood down, also when everything was done already.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean standDown(UUID personCase, Instant now) {
        List<Emergency> standing = rows.of(personCase).stream()
                .filter(one -> one.state() != EmergencyState.STOOD_DOWN)
                .toList();
        for (Emergency emergency : standing) {
            if (emergency.state() == EmergencyState.OPEN) {
                flow.stoodDown(emergency.id());
            } else {
                endBranches(emergency.id(), now);
            }
        }
        return !standing.isEmpty();
    }

    /** Ends what is not done yet and tells everybody who acted. */
    @Transactional
    public void endBranches(UUID id, Instant now) {
        Emergency emergency = require(id);
        if (emergency.state() != EmergencyState.STOOD_DOWN) {
            rows.end(id, EmergencyState.STOOD_DOWN, now);
            Set<String> acted = new LinkedHashSet<>(contacts.addedBy(id));
            announcer.stoodDown(emergency, acted, now);
        }
    }

    /** When each branch is due, for those that have begun. */
    public Map<Branch, Instant> dueAt(UUID id) {
        return require(id).branches().stream()
                .collect(java.util.stream.Collectors.toMap(BranchView::branch, BranchView::dueAt));
    }

    private Emergency require(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFoundException("emergency"));
    }
}
