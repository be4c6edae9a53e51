package org.sifang.labtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.CaseTests;
import org.sifang.isolation.TestDecided;
import org.sifang.isolation.TestOrder;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Ids;
import org.sifang.labtest.Sampling.Sample;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.Payer;
import org.sifang.notice.SmallNotice;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.sifang.person.FoundPerson;
import org.sifang.person.IdentityNumbers;
import org.sifang.person.People;
import org.sifang.person.PersonName;
import org.sifang.person.PhoneNumber;
import org.sifang.screening.FoundCases;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** People whose cases nobody carries, so that their tests stand alone; and what tests of tests do and look at. */
@Component
@Profile("test")
public class LabStage {

    /** Everybody of these tests has numbers of his own: the database is shared. */
    private static final AtomicInteger NUMBERS = new AtomicInteger(800_000);

    static final String COUNTY = "150502";
    static final String LABORATORY = "150502-L1";

    private final CaseTests port;
    private final Sampling sampling;
    private final LabDesk desk;
    private final LabTests tests;
    private final People people;
    private final FoundCases cases;
    private final NoticeDesk notices;
    private final Actors actors;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<TestDecided> decided = new CopyOnWriteArrayList<>();

    LabStage(
            CaseTests port,
            Sampling sampling,
            LabDesk desk,
            LabTests tests,
            People people,
            FoundCases cases,
            NoticeDesk notices,
            Actors actors,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.port = port;
        this.sampling = sampling;
        this.desk = desk;
        this.tests = tests;
        this.people = people;
        this.cases = cases;
        this.notices = notices;
        this.actors = actors;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody with a case; the number is only for those who have to type it. */
    record Somebody(UUID caseId, UUID person, UUID notice, String idNumber) {}

    @EventListener
    void heard(TestDecided event) {
        decided.add(event);
    }

    List<TestDecided> decided(UUID test) {
        return decided.stream().filter(one -> one.test().equals(test)).toList();
    }

    Instant now() {
        return clock.instant();
    }

    Actor actor(String username) {
        return actors.byUsername(username);
    }

    Actor lab() {
        return actor("150502.l1");
    }

    Actor carer() {
        return actor("150502.officer");
    }

    UUID notice() {
        return notices.draft(
                        SmallNotice.to(COUNTY)
                                .due(now().plus(Duration.ofDays(2)))
                                .definition(),
                        actor("city.leader"))
                .id();
    }

    static String freshNumber() {
        return IdentityNumbers.of(NUMBERS.incrementAndGet());
    }

    Somebody found() {
        return found(notice());
    }

    Somebody found(UUID notice) {
        return found(notice, freshNumber());
    }

    /** Found and isolated, in a county of Tongliao. */
    Somebody found(UUID notice, String idNumber) {
        return found(List.of(notice), idNumber).get(0);
    }

    List<Somebody> found(List<UUID> notices, String idNumber) {
        List<Somebody> found = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            FoundPerson person = new FoundPerson(
                    new Document(DocumentType.ID_CARD, idNumber),
                    PersonName.of("测试某某"),
                    null,
                    null,
                    PhoneNumber.of("19900000001"),
                    "通辽市科尔沁区示例街道");
            UUID known = people.save(List.of(person), COUNTY, now()).get(0).id();
            for (UUID notice : notices) {
                UUID id = Ids.next();
                jdbc.sql("""
                                insert into person_case (id, notice, person, organization, division, category, state,
                                       found_at, self_declared)
                                values (:id, :notice, :person, :county, :county, 'T-1', 'ISOLATED', :now, false)""")
                        .param("id", id)
                        .param("notice", notice)
                        .param("person", known)
                        .param("county", COUNTY)
                        .param("now", Timestamp.from(now()))
                        .update();
                found.add(new Somebody(id, known, notice, idNumber));
            }
        });
        return found;
    }

    LabTest ordered(Somebody somebody) {
        return ordered(somebody, 0, Payer.SELF);
    }

    LabTest ordered(Somebody somebody, int step, Payer payer) {
        port.order(
                List.of(new TestOrder(
                        somebody.caseId(), somebody.notice(), step, payer, now(), now().plus(Duration.ofHours(24)))),
                now());
        return test(somebody, step);
    }

    LabTest test(Somebody somebody, int step) {
        return tests.ofCases(List.of(somebody.caseId())).getOrDefault(somebody.caseId(), List.of()).stream()
                .filter(test -> test.step() == step)
                .findFirst()
                .orElseThrow();
    }

    /** With a number of its own that is returned in the test. */
    LabTest sampled(LabTest test) {
        return sampled(test, freshSample(), false);
    }

    LabTest sampled(LabTest test, String sample, boolean pooled) {
        sampling.take(test.id(), new Sample(now(), LABORATORY, sample, pooled, null), carer(), now());
        return tests.require(test.id());
    }

    LabTest delivered(LabTest test) {
        sampling.receive(List.of(test.id()), now(), lab(), now());
        return tests.require(test.id());
    }

    /** Ordered, sampled and in the laboratory. */
    LabTest inLaboratory() {
        return delivered(sampled(ordered(found())));
    }

    LabTest recorded(LabTest test, TestResult result) {
        desk.record(List.of(test.id()), result, now(), lab(), Source.PAGE, now());
        return tests.require(test.id());
    }

    static String freshSample() {
        return "S" + NUMBERS.incrementAndGet();
    }

    /** Somebody else looks after the case. */
    void hand(Somebody somebody, String carer) {
        transaction.executeWithoutResult(status -> cases.assign(List.of(somebody.caseId()), carer));
    }

    String stateOf(UUID caseId) {
        return jdbc.sql("select state from person_case where id = :id")
                .param("id", caseId)
                .query(String.class)
                .single();
    }

    /** Values of a form as the browser sends them. */
    static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            @Nullable Object value = pairs[i + 1];
            assertThat(value).isNotNull();
            if (value != null) {
                values.put(pairs[i].toString(), value);
            }
        }
        return values;
    }
}
