package org.sifang.labtest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.labtest.LabTest.Exemption;
import org.sifang.labtest.TestRecord.Happened;
import org.sifang.notice.Payer;
import org.sifang.organization.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Samples: taken from people by those who look after them, received by laboratories. */
@Service
public class Sampling {

    private final LabTestRows rows;
    private final LabTests tests;
    private final Pools pools;
    private final Laboratories laboratories;
    private final TestRecord record;
    private final TestFlow flow;
    private final LabSettings settings;
    private final ApplicationEventPublisher events;

    Sampling(
            LabTestRows rows,
            LabTests tests,
            Pools pools,
            Laboratories laboratories,
            TestRecord record,
            TestFlow flow,
            LabSettings settings,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.tests = tests;
        this.pools = pools;
        this.laboratories = laboratories;
        this.record = record;
        this.flow = flow;
        this.settings = settings;
        this.events = events;
    }

    /**
     * A sample, as it was taken.
     *
     * @param number on the tube
     * @param pooled whether samples of several people are in the tube
     * @param exemption why a person who should pay need not; null when she pays, or never had to
     */
    public record Sample(
            Instant takenAt,
            String laboratory,
            String number,
            boolean pooled,
            @Nullable String exemption) {}

    /**
     * @throws StateConflictException when the test does not wait for a sample
     * @throws org.sifang.kernel.FaultsException with paths {@code sampledAt}, {@code laboratory}, {@code sample},
     *     {@code exemptReason}
     */
    @Transactional
    public void take(UUID id, Sample sample, Actor by, Instant now) {
        LabTest test = lock(id, TestState.ORDERED);
        Said said = new Said();
        String number = said.sample("sample", sample.number());
        said.notLaterThan("sampledAt", sample.takenAt(), now);
        if (sample.takenAt().isBefore(test.orderedAt().minus(settings.countsBack()))) {
            said.wrong("sampledAt", "fault.labtest.sampledAt.early");
        }
        if (laboratories.find(sample.laboratory()).isEmpty()) {
            said.wrong("laboratory", "fault.labtest.laboratory");
        }
        String exempt = sample.exemption() == null ? null : said.reason("exemptReason", sample.exemption());
        said.check();
        UUID pool = null;
        if (sample.pooled()) {
            pool = pools.join(sample.laboratory(), number, by.username(), now);
        } else if (!rows.lockBySample(sample.laboratory(), List.of(number)).isEmpty()
                || pools.isTaken(sample.laboratory(), number)) {
            said.wrong("sample", "fault.labtest.sample.taken");
            said.check();
        }
        rows.sampled(sampled(test, sample, number, pool), by.username());
        if (exempt != null && test.paidBy() == Payer.SELF && test.exemption() == null) {
            exempt(test, exempt, by, now);
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("sampledAt", sample.takenAt().toString());
        facts.put("laboratory", "organization:" + sample.laboratory());
        record.write(List.of(new Happened(test, sample.pooled() ? "pooled" : "sampled", facts)), by.username(), now);
        flow.sampled(id);
        if (pool == null) {
            events.publishEvent(new TubeNamed(sample.laboratory(), number));
        }
    }

    private LabTest sampled(LabTest test, Sample sample, String number, @Nullable UUID pool) {
        return new LabTest(
                test.id(),
                test.caseId(),
                test.person(),
                test.notice(),
                test.step(),
                test.insteadOf(),
                test.attempt(),
                TestState.SAMPLED,
                test.paidBy(),
                test.orderedAt(),
                test.from(),
                test.dueAt(),
                number,
                sample.laboratory(),
                pool,
                sample.takenAt(),
                sample.takenAt().plus(settings.deliveryWithin()),
                null,
                sample.takenAt().plus(settings.resultWithin()),
                null,
                null,
                null,
                test.exemption(),
                null,
                null);
    }

    /**
     * Whoever cannot pay for a test need not: keeps who granted it and why.
     *
     * @throws NotFoundException when he may not see the case
     * @throws org.springframework.security.access.AccessDeniedException when the case is not his to look after
     * @throws StateConflictException when the test is not open, or not at the person's own cost
     */
    @Transactional
    public void exempt(UUID id, @Nullable String reason, Actor by, Instant now) {
        tests.requireCarer(id, by);
        LabTest test = lock(id, TestState.ORDERED, TestState.SAMPLED, TestState.DELIVERED, TestState.DECIDED);
        if (test.paidBy() != Payer.SELF || test.exemption() != null) {
            throw new StateConflictException(
                    "payment", test.exemption() == null ? test.paidBy().name() : "EXEMPT", "SELF");
        }
        Said said = new Said();
        String why = said.reason("reason", reason);
        said.check();
        exempt(test, why, by, now);
    }

    private void exempt(LabTest test, String why, Actor by, Instant now) {
        rows.exempt(test.id(), new Exemption(why, by.username(), now));
        record.write(List.of(new Happened(test, "exempted", Map.of("reason", why))), by.username(), now);
    }

    /**
     * The laboratory has these samples. Those it had already are passed over.
     *
     * @return how many it has now that it had not before
     * @throws NotFoundException when he may not see one of them
     * @throws org.springframework.security.access.AccessDeniedException when he may not speak for its laboratory
     */
    @Transactional
    public int receive(Collection<UUID> ids, Instant at, Actor by, Instant now) {
        Said said = new Said();
        said.notLaterThan("deliveredAt", at, now);
        List<LabTest> tests = rows.lock(ids);
        if (tests.size() < ids.stream().distinct().count()) {
            throw new NotFoundException("test");
        }
        for (LabTest test : tests) {
            if (test.laboratory() == null) {
                throw new StateConflictException("test", test.state().name(), TestState.SAMPLED.name());
            }
            laboratories.requireToSpeakFor(test.laboratory(), by);
            if (test.sampledAt() != null && at.isBefore(test.sampledAt().truncatedTo(ChronoUnit.MINUTES))) {
                said.wrong("deliveredAt", "fault.labtest.deliveredAt.early");
            }
        }
        said.check();
        List<LabTest> fresh =
                tests.stream().filter(test -> test.state() == TestState.SAMPLED).toList();
        if (!fresh.isEmpty()) {
            List<UUID> arrived = fresh.stream().map(LabTest::id).toList();
            rows.delivered(arrived, by.username(), at);
            record.write(
                    fresh.stream()
                            .map(test -> new Happened(test, "delivered", Map.of("deliveredAt", at.toString())))
                            .toList(),
                    by.username(),
                    now);
            flow.delivered(arrived);
        }
        return fresh.size();
    }

    private LabTest lock(UUID id, TestState... wanted) {
        LabTest test = rows.lock(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFoundException("test"));
        if (!List.of(wanted).contains(test.state())) {
            throw new StateConflictException("test", test.state().name(), wanted[0].name());
        }
        return test;
    }
}
