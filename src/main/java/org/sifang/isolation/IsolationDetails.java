package org.sifang.isolation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.screening.CaseDetails;
import org.springframework.stereotype.Component;

/** Isolation, decision and follow-up in the API's answer about a case. */
@Component
class IsolationDetails implements CaseDetails {

    private final Isolations isolations;
    private final IsolationWords words;
    private final ZoneId zone;

    IsolationDetails(Isolations isolations, IsolationWords words, Clock clock) {
        this.isolations = isolations;
        this.words = words;
        this.zone = clock.getZone();
    }

    @Override
    public Map<UUID, Map<String, Object>> of(Collection<UUID> cases) {
        Map<UUID, Map<String, Object>> details = new HashMap<>();
        isolations.find(cases).forEach((id, one) -> details.put(id, of(one)));
        return details;
    }

    private Map<String, Object> of(Isolation one) {
        Map<String, Object> isolation = new LinkedHashMap<>();
        isolation.put("kind", one.measure().kind());
        put(isolation, "from", one.beganAt());
        put(isolation, "until", one.untilAt());
        Map<String, Object> details = new HashMap<>();
        details.put("isolation", isolation);
        words.decision(one).ifPresent(sentence -> details.put("decision", sentence));
        put(details, "followUpUntil", one.followUpUntil());
        return details;
    }

    private void put(Map<String, Object> into, String field, @Nullable Instant at) {
        if (at != null) {
            into.put(field, OffsetDateTime.ofInstant(at, zone));
        }
    }
}
