package org.sifang.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Ids;
import org.sifang.notice.CaseFile;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeView;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.sifang.person.FoundPerson;
import org.sifang.person.IdentityNumbers;
import org.sifang.person.People;
import org.sifang.person.PersonName;
import org.sifang.person.PhoneNumber;
import org.sifang.person.SavedPerson;
import org.sifang.person.Sex;
import org.sifang.screening.CaseState;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PeopleFound;
import org.sifang.screening.PersonCase;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of cases do and look at, beside the notice's {@link CaseFile}. */
@Component
@Profile("test")
public class IsolationFile {

    private static final AtomicInteger PEOPLE = new AtomicInteger(400_000);

    private final CaseFile file;
    private final NoticeDesk notices;
    private final People people;
    private final Organizations organizations;
    private final Isolations isolations;
    private final FoundCases found;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    IsolationFile(
            CaseFile file,
            NoticeDesk notices,
            People people,
            Organizations organizations,
            Isolations isolations,
            FoundCases found,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.file = file;
        this.notices = notices;
        this.people = people;
        this.organizations = organizations;
        this.isolations = isolations;
        this.found = found;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
    }

    public Instant now() {
        return file.now();
    }

    public void later(Duration span) {
        file.later(span);
    }

    public void settle() {
        file.settle();
    }

    public Actor actor(String username) {
        return file.actor(username);
    }

    public NoticeView issue(SmallMeasure measure) {
        NoticeView draft = file.mine(notices.draft(measure.definition(), file.leader()));
        notices.issueAtOnce(draft.id(), file.leader());
        file.settle();
        return draft;
    }

    public void lift(NoticeView notice, String reason) {
        notices.lift(notice.id(), reason, file.leader());
        file.settle();
    }

    /** Who was told of it under that key. */
    public List<String> told(UUID id, String key) {
        return file.told(id, key);
    }

    /** Ends the notices of the test. */
    public void close() {
        file.close();
    }

    /** One person of 30, found for the notice, whose case is taken up. */
    public UUID found(NoticeView notice, String organization) {
        return found(notice, organization, 1, 30).get(0);
    }

    /** So many people of that age, registered in one transaction as an import does; their cases are taken up. */
    public List<UUID> found(NoticeView notice, String organization, int number, int age) {
        List<UUID> cases = register(notice, organization, null, number, age);
        file.settle();
        return cases;
    }

    public List<UUID> register(NoticeView notice, String organization, @Nullable UUID importId, int number, int age) {
        Organization holder = organizations.require(organization);
        List<UUID> cases = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            List<SavedPerson> saved = people.save(
                    IntStream.range(0, number).mapToObj(one -> person(age)).toList(), organization, now());
            for (SavedPerson person : saved) {
                UUID id = Ids.next();
                cases.add(id);
                jdbc.sql("""
                                insert into person_case (id, notice, person, organization, division, sector, category, found_at, import)
                                values (:id, :notice, :person, :organization, :division, :sector, :category, :now, :import)""")
                        .param("id", id)
                        .param("notice", notice.id())
                        .param("person", person.id())
                        .param("organization", organization)
                        .param("division", holder.division().value())
                        .param("sector", holder.sector())
                        .param("category", SmallMeasure.CATEGORY)
                        .param("now", Timestamp.from(now()))
                        .param("import", importId)
                        .update();
                jdbc.sql("insert into case_waiting (notice, person_case) values (:notice, :id)")
                        .param("notice", notice.id())
                        .param("id", id)
                        .update();
            }
            events.publishEvent(new PeopleFound(notice.id(), organization, importId, number));
        });
        return cases;
    }

    private static FoundPerson person(int age) {
        return new FoundPerson(
                new Document(DocumentType.ID_CARD, IdentityNumbers.of(PEOPLE.incrementAndGet())),
                PersonName.of("测试某某"),
                Sex.FEMALE,
                age,
                PhoneNumber.of("19900000001"),
                "科尔沁区示例社区1号");
    }

    public PersonCase registered(UUID id) {
        return found.find(id).orElseThrow();
    }

    public CaseState state(UUID id) {
        return registered(id).state();
    }

    public Isolation isolation(UUID id) {
        return isolations.require(id);
    }

    /** Of {@code person-case}, running or ended. */
    public ProcessInstance instance(UUID id) {
        return file.instance("person-case", id);
    }

    /** The journal's actions about the case, the oldest first; without what the checks of its days and the visits wrote. */
    public List<String> journal(UUID id) {
        return jdbc.sql(
                        "select action from journal_entry where subject = :id and action !~ '^case.(check|visit|unreach)'"
                                + " order by sequence")
                .param("id", id.toString())
                .query(String.class)
                .list();
    }

    /** Element ids of the tasks that are open for the case, with their lists. */
    public List<String> tasks(UUID id) {
        List<String> tasks = jdbc.sql("""
                        select task_key || ' ' || scope_key from work_item
                         where subject = :id and completed_at is null order by task_key""").param("id", id).query(String.class).list();
        assertThat(tasks).doesNotHaveDuplicates();
        return tasks;
    }
}
