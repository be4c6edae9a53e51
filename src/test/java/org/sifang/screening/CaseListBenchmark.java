package org.sifang.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.Visitor;
import org.sifang.Visitor.Times;
import org.sifang.kernel.Ids;
import org.sifang.organization.Organizations;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.sifang.person.FoundPerson;
import org.sifang.person.IdentityNumbers;
import org.sifang.person.PersonName;
import org.sifang.person.PhoneNumber;
import org.sifang.person.Sex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The list of people with its numbers, whole page over HTTP, with 100,000 cases in the database: for a county that has all
 * of them, for its city, and for a community that has some hundred; and a list deep in the filters.
 */
@Tag("bench")
@SifangTest
class CaseListBenchmark {

    private static final int CASES = Integer.getInteger("cases.found", 100_000);
    private static final int TIMES = Integer.getInteger("cases.times", 300);
    private static final int CHUNK = 1_000;
    private static final Duration GOAL = Duration.ofMillis(500);

    @Autowired
    Register register;

    @Autowired
    Organizations organizations;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @Test
    void theListAndItsNumbersAmongAHundredThousandCases() throws Exception {
        UUID notice = Ids.next();
        UUID sheet = Ids.next();
        Register.Source source = new Register.Source(notice, organizations.require("150502"), sheet, "150502.officer");
        for (int from = 0; from < CASES; from += CHUNK) {
            List<Candidate> chunk = new ArrayList<>();
            for (int number = from; number < from + CHUNK; number++) {
                chunk.add(candidate(number));
            }
            transaction.executeWithoutResult(status -> register.register(source, chunk, clock.instant()));
        }
        jdbc.sql("""
                        update person_case set state = (array['FOUND', 'ORDERED', 'ISOLATED', 'TESTED', 'RELEASED',
                               'FOLLOW_UP', 'CLOSED'])[1 + mod(abs(hashtext(id::text)), 7)]
                         where notice = :notice""").param("notice", notice).update();
        jdbc.sql("vacuum analyze person_case").update();

        measure("county", "150502.officer", "/cases");
        measure("county, one notice", "150502.officer", "/cases?notice=" + notice);
        measure("county, isolated", "150502.officer", "/cases?notice=" + notice + "&state=ISOLATED");
        measure("county, one community", "150502.officer", "/cases?carer=150502901002");
        measure("city", "city.officer", "/cases");
        measure("community", "150502.community", "/cases");
        measure("stranger", "150521.officer", "/cases");
    }

    private void measure(String name, String reader, String path) throws Exception {
        Times times = Visitor.signedIn(port, reader).time(path, 30, TIMES);
        System.out.println("list of people, " + name + ": " + times);
        assertThat(times.p99()).isLessThan(GOAL);
    }

    /** One in 200 lives in the first community, one in 50 in the second. */
    private static Candidate candidate(int number) {
        String place = number % 200 == 0 ? "第一示例社区" : number % 50 == 1 ? "第二示例社区" : "某某路";
        return new Candidate(
                new FoundPerson(
                        new Document(DocumentType.ID_CARD, IdentityNumbers.of(number)),
                        PersonName.of("测试某某"),
                        Sex.MALE,
                        null,
                        PhoneNumber.of("19900000001"),
                        "科尔沁区" + place + number + "号"),
                "QD-STAY");
    }
}
