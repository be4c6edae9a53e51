package org.sifang.labtest;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;
import org.sifang.notice.Payer;
import org.sifang.screening.CaseDetails;
import org.springframework.stereotype.Component;

/** What the API tells of a case's tests: the field {@code tests}. */
@Component
class TestDetails implements CaseDetails {

    private final LabTests tests;
    private final ZoneId zone;

    TestDetails(LabTests tests, Clock clock) {
        this.tests = tests;
        this.zone = clock.getZone();
    }

    /**
     * A test as the API tells it.
     *
     * @param step of the plan, from 0
     * @param laboratory code
     * @param exempt whether hardship frees the person from paying
     */
    record Told(
            UUID id,
            int step,
            TestState state,
            OffsetDateTime orderedAt,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime sampledAt,
            @Nullable OffsetDateTime deliveredAt,
            @Nullable TestResult result,
            @Nullable OffsetDateTime testedAt,
            @Nullable String laboratory,
            Payer paidBy,
            boolean exempt) {}

    @Override
    public Map<UUID, Map<String, Object>> of(Collection<UUID> cases) {
        Map<UUID, Map<String, Object>> details = new HashMap<>();
        Map<UUID, List<LabTest>> known = tests.ofCases(cases);
        known.forEach((id, all) ->
                details.put(id, Map.of("tests", all.stream().map(this::told).toList())));
        return details;
    }

    private Told told(LabTest test) {
        return new Told(
                test.id(),
                test.step(),
                test.state(),
                test.orderedAt().atZone(zone).toOffsetDateTime(),
                test.dueAt().atZone(zone).toOffsetDateTime(),
                at(test.sampledAt()),
                at(test.deliveredAt()),
                test.result(),
                at(test.testedAt()),
                test.laboratory(),
                test.paidBy(),
                test.exemption() != null);
    }

    private @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
