package org.sifang.emergency;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Component;

/** What every step has in common: it needs an open branch, keeps what it says, and is written down. */
@Component
class BranchWork {

    private final EmergencyRows rows;
    private final Announcer announcer;

    BranchWork(EmergencyRows rows, Announcer announcer) {
        this.rows = rows;
        this.announcer = announcer;
    }

    Emergency require(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFoundException("emergency"));
    }

    /** @throws org.sifang.kernel.StateConflictException when the branch is over, or has not begun */
    Emergency open(UUID id, Branch branch) {
        Emergency emergency = require(id);
        emergency.requireOpen(branch);
        return emergency;
    }

    /** A step that leaves the branch open. */
    void note(Emergency emergency, Branch branch, Map<String, String> facts, String action, Actor by, Instant now) {
        rows.note(emergency.id(), branch, facts);
        announcer.record(emergency, action, by.username(), facts, now);
    }

    /** The step that ends the branch. */
    void finish(Emergency emergency, Branch branch, Map<String, String> facts, String action, Actor by, Instant now) {
        rows.done(emergency.id(), branch, by.username(), now);
        note(emergency, branch, facts, action, by, now);
    }

    static Map<String, String> facts(String... pairs) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            facts.put(pairs[i], pairs[i + 1]);
        }
        return facts;
    }

    static void put(Map<String, String> facts, String key, @Nullable String value) {
        if (value != null) {
            facts.put(key, value);
        }
    }
}
