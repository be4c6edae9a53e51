package org.sifang.emergency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.sifang.isolation.TestDecided;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Ids;
import org.sifang.notice.CaseFile;
import org.sifang.notice.NoticeView;
import org.sifang.organization.Actor;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.sifang.person.FoundPerson;
import org.sifang.person.IdentityNumbers;
import org.sifang.person.People;
import org.sifang.person.PersonName;
import org.sifang.person.PhoneNumber;
import org.sifang.person.Sex;
import org.sifang.worklist.Tasks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Positives of made-up people, and what the tests of emergencies do with them. */
@Component
@Profile("test")
public class EmergencyStage {

    private static final AtomicInteger NUMBERS = new AtomicInteger(870_000);

    private final CaseFile file;
    private final Emergencies emergencies;
    private final EmergencyCourse course;
    private final People people;
    private final Tasks tasks;
    private final ProcessEngine engine;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<UUID> opened = new CopyOnWriteArrayList<>();

    EmergencyStage(
            CaseFile file,
            Emergencies emergencies,
            EmergencyCourse course,
            People people,
            Tasks tasks,
            ProcessEngine engine,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.file = file;
        this.emergencies = emergencies;
        this.course = course;
        this.people = people;
        this.tasks = tasks;
        this.engine = engine;
        this.events = events;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A person found by a county; nothing is done about her yet. */
    public UUID found(NoticeView notice, String county) {
        UUID id = Ids.next();
        String number = IdentityNumbers.of(NUMBERS.getAndIncrement());
        transaction.executeWithoutResult(status -> {
            UUID person = people.save(
                            List.of(new FoundPerson(
                                    new Document(DocumentType.ID_CARD, number),
                                    PersonName.of("测试阳性"),
                                    Sex.MALE,
                                    40,
                                    PhoneNumber.of("19900000001"),
                                    "通辽市示例路1号")),
                            county,
                            file.now())
                    .get(0)
                    .id();
            jdbc.sql("""
                            insert into person_case (id, notice, person, organization, division, category, state, found_at)
                            values (:id, :notice, :person, :county, :county, 'T-1', 'POSITIVE', :now)""")
                    .param("id", id)
                    .param("notice", notice.id())
                    .param("person", person)
                    .param("county", county)
                    .param("now", Timestamp.from(file.now()))
                    .update();
        });
        return id;
    }

    /** She is positive: the emergency begins. */
    public Emergency positive(NoticeView notice, String county) {
        UUID found = found(notice, county);
        UUID id = java.util.Objects.requireNonNull(transaction.execute(status -> {
            Emergency emergency = emergencies.open(found, file.now());
            engine.getRuntimeService()
                    .startProcessInstanceByKey(
                            "emergency-response", emergency.id().toString());
            return emergency.id();
        }));
        opened.add(id);
        return now(id);
    }

    public Emergency now(UUID id) {
        return emergencies.find(id).orElseThrow();
    }

    /** Fills in the open task of that element, as its officer would. */
    public void complete(Emergency emergency, String task, String username, Map<String, Object> values) {
        Actor actor = file.actor(username);
        String id = jdbc.sql(
                        "select id from work_item where subject = :subject and task_key = :task and completed_at is null")
                .param("subject", emergency.id())
                .param("task", task)
                .query(String.class)
                .single();
        tasks.complete(id, values, actor);
    }

    /** The laboratory takes the positive back. */
    public void corrected(Emergency emergency, TestResult result, Instant at) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new TestDecided(emergency.personCase(), Ids.next(), result, TestResult.POSITIVE, at)));
    }

    /** Ends what is still running, so that no clock of it wakes up in another test. */
    public void close() {
        opened.stream()
                .map(this::now)
                .filter(one -> one.state() == EmergencyState.OPEN)
                .forEach(one -> course.standDown(one.personCase(), file.now()));
        opened.clear();
        file.close();
    }
}
