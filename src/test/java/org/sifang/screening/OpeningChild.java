package org.sifang.screening;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sifang.SifangApplication;
import org.sifang.isolation.SmallMeasure;
import org.sifang.kernel.Ids;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeView;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.sifang.organization.Organizations;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.sifang.person.FoundPerson;
import org.sifang.person.IdentityNumbers;
import org.sifang.person.PersonName;
import org.sifang.person.PhoneNumber;
import org.sifang.person.Sex;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The application, which finds people unless there are some, and opens their cases until it is killed. */
final class OpeningChild {

    private OpeningChild() {}

    /** @param arguments how many people, then what Spring takes */
    public static void main(String[] arguments) {
        int people = Integer.parseInt(arguments[0]);
        SpringApplication application = new SpringApplication(SifangApplication.class);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()));
        ConfigurableApplicationContext house =
                application.run(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
        JdbcClient jdbc = house.getBean(JdbcClient.class);
        if (count(jdbc, "") == 0) {
            find(house, people);
        }
        while (true) {
            System.out.println("opened "
                    + count(jdbc, " c where not exists (select 1 from case_waiting w where w.person_case = c.id)"));
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** What stands in for parts of the house in other tests is no part of it. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }

    private static int count(JdbcClient jdbc, String which) {
        return jdbc.sql("select count(*) from person_case" + which)
                .query(Integer.class)
                .single();
    }

    private static void find(ConfigurableApplicationContext house, int people) {
        NoticeDesk desk = house.getBean(NoticeDesk.class);
        Actor leader = house.getBean(Actors.class).byUsername("city.leader");
        NoticeView notice =
                desk.draft(SmallMeasure.of(IsolationKind.HOME).days(7).definition(), leader);
        desk.issueAtOnce(notice.id(), leader);
        UUID sheet = Ids.next();
        Register register = house.getBean(Register.class);
        Register.Source source = new Register.Source(
                notice.id(), house.getBean(Organizations.class).require("150502"), sheet, "150502.officer");
        List<Candidate> candidates =
                IntStream.range(0, people).mapToObj(OpeningChild::candidate).toList();
        house.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            register.register(source, candidates, house.getBean(Clock.class).instant());
            house.publishEvent(new PeopleFound(notice.id(), "150502", sheet, people));
        });
    }

    private static Candidate candidate(int number) {
        return new Candidate(
                new FoundPerson(
                        new Document(DocumentType.ID_CARD, IdentityNumbers.of(number)),
                        PersonName.of("测试某某"),
                        Sex.FEMALE,
                        30,
                        PhoneNumber.of("19900000001"),
                        "科尔沁区示例社区1号"),
                SmallMeasure.CATEGORY);
    }
}
