package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.sifang.emergency.ContactTracing;
import org.sifang.emergency.Degree;
import org.sifang.emergency.Relation;
import org.sifang.engine.ClockSteering;
import org.sifang.isolation.TestResult;
import org.sifang.labtest.LabDesk;
import org.sifang.organization.Actors;
import org.sifang.organization.Officers;
import org.sifang.organization.Role;
import org.sifang.screening.TypedPerson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * What follows for the people found: six of 科尔沁区 are isolated and tested. One is positive and her contacts appear, one
 * breaks isolation, one result is corrected two days later, and the follow-up of the others ends by itself. Spoken
 * through the API, on the real engine and a real PostgreSQL; afterwards nobody's numbers are to be found in the clear.
 */
@SifangTest
class FoundToReleasedTests {

    private static final int FIRST = 300;
    private static final int PEOPLE = 6;
    private static final int CONTACT = FIRST + PEOPLE;

    @Autowired
    Clock clock;

    @Autowired
    ClockSteering steering;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    LabDesk lab;

    @Autowired
    ContactTracing tracing;

    @Autowired
    Actors actors;

    @Autowired
    Officers officers;

    @Test
    void thePeopleFoundAreCarriedToTheirEnd() throws Exception {
        steering.advanceTo(morning());
        Caller leader = new Caller(http, "city.leader");
        Caller county = new Caller(http, "150502.officer");
        Caller community = new Caller(http, "150502.community");
        Caller laboratory = new Caller(http, "lab");
        try (ClearDataScan scan = new ClearDataScan(numbers())) {
            Instant began = clock.instant();
            String notice = FoundStory.issued(leader, clock, "故事：青岛关联人员排查管控");
            byte[] sheet = SampleSheet.of(PEOPLE, LocalDate.now(clock), FIRST, "通辽市科尔沁区第一示例社区", "青岛旅居");
            assertThat(county.imported(notice, "150502", sheet)).containsEntry("created", PEOPLE);
            List<String> cases = FoundStory.opened(county, community, notice, PEOPLE);

            String report = reported(county, notice);

            // The community serves the order and settles the isolation at home; a test is due within a day.
            for (String one : cases) {
                community.complete(one, "person-case", Map.of("how", "IN_PERSON"));
                community.complete(one, "person-case", Map.of("home", "SUITABLE", "supplies", true));
            }
            JsonNode first = community.get("/cases/{id}", cases.get(0));
            assertThat(first.path("state").asText()).isEqualTo("ISOLATED");
            assertThat(first.path("isolation").path("kind").asText()).isEqualTo("HOME");
            assertThat(first.path("tests")).hasSize(1);
            for (int i = 0; i < PEOPLE; i++) {
                sampled(community, FoundStory.testOf(community, cases.get(i)), "EX-" + FIRST + i);
            }

            // Results come as a list; four are negative and released, one is positive.
            laboratory.post(
                    202,
                    "/lab-results",
                    List.of(
                            result(0, "NEGATIVE"),
                            result(1, "NEGATIVE"),
                            result(2, "NEGATIVE"),
                            result(3, "NEGATIVE"),
                            result(4, "POSITIVE")));
            assertThat(states(county, cases.subList(0, 4))).containsOnly("RELEASED");
            assertThat(state(county, cases.get(4))).isEqualTo("POSITIVE");
            assertThat(state(county, cases.get(5))).isEqualTo("ISOLATED");
            for (String one : cases.subList(0, 4)) {
                community.complete(one, "person-case", Map.of("how", "PHONE"));
            }
            assertThat(states(county, cases.subList(0, 4))).containsOnly("FOLLOW_UP");

            // The positive's emergency runs already; its branches are done side by side, and a contact is found.
            String emergency = emergencyOf(county, notice, cases.get(4));
            respond(county, emergency);
            assertThat(state(county, cases.get(4))).isEqualTo("TRANSFERRED");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> county.get("/cases?notice={n}&state=FOUND", notice)
                                    .path("total")
                                    .asInt()
                            == 1);

            // One is not at home when the community calls.
            steering.advanceTo(day(1, 9));
            JsonNode check = checkOf(community, cases.get(5));
            community.post(
                    200,
                    "/checks/{id}",
                    Map.of("outcome", "ABSENT"),
                    check.path("id").asText());
            assertThat(county.get("/cases/{id}", cases.get(5)).path("marks").toString())
                    .contains("BREACHED");

            // Two days later one of the four negatives turns out to be a positive.
            steering.advanceTo(day(2, 10));
            lab.correct(
                    UUID.fromString(FoundStory.testOf(community, cases.get(3))),
                    TestResult.POSITIVE,
                    null,
                    "复测为阳性（示例）",
                    actors.byUsername("lab"),
                    clock.instant());
            assertThat(state(county, cases.get(3))).isEqualTo("POSITIVE");
            respond(county, emergencyOf(county, notice, cases.get(3)));
            assertThat(state(county, cases.get(3))).isEqualTo("TRANSFERRED");

            // The follow-up of the others ends by itself.
            LocalDate last = LocalDate.parse(county.get("/cases/{id}", cases.get(0))
                    .path("followUpUntil")
                    .asText()
                    .substring(0, 10));
            assertThat(last)
                    .isEqualTo(LocalDate.ofInstant(began, clock.getZone()).plusDays(14));
            steering.advanceTo(last.atTime(20, 0).atZone(clock.getZone()).toInstant());
            assertThat(states(county, cases.subList(0, 3))).containsOnly("FOLLOW_UP");
            steering.advanceTo(
                    last.plusDays(1).atTime(8, 0).atZone(clock.getZone()).toInstant());
            assertThat(states(county, cases.subList(0, 3))).containsOnly("CLOSED");
            assertThat(leader.get("/journal/verification").path("intact").asBoolean())
                    .isTrue();

            exported(report);
            look(scan, notice, cases, emergency);
            scan.database(jdbc);
            assertThat(scan.findings()).isEmpty();
        }
    }

    @Test
    void fourteenDaysOfCentralIsolationWithTestsOnThreeDaysNeedNoOtherCode() throws IOException {
        steering.advanceTo(morning());
        Caller leader = new Caller(http, "city.leader");
        Caller county = new Caller(http, "150502.officer");
        Caller community = new Caller(http, "150502.community");
        String notice = leader.postYaml(201, "/notices", yaml("/notices/central-isolation.yaml"))
                .path("id")
                .asText();
        leader.post(202, "/notices/{id}/issue", Map.of(), notice);
        byte[] sheet = SampleSheet.of(1, LocalDate.now(clock), CONTACT + 1, "通辽市科尔沁区第一示例社区", "甲市返回");
        county.imported(notice, "150502", sheet);
        String one = FoundStory.opened(county, community, notice, 1).get(0);
        community.complete(one, "person-case", Map.of("how", "IN_PERSON"));
        community.complete(one, "person-case", Map.of("home", "UNSUITABLE", "site", "示例隔离点", "bed", "甲楼 101"));

        JsonNode isolated = county.get("/cases/{id}", one);
        LocalDate began = LocalDate.now(clock);
        assertThat(isolated.path("isolation").path("kind").asText()).isEqualTo("CENTRAL");
        assertThat(isolated.path("isolation").path("until").asText())
                .startsWith(began.plusDays(14).toString());
        assertThat(isolated.path("tests")).isEmpty();

        int step = 0;
        for (int testDay : List.of(1, 7, 14)) {
            steering.advanceTo(
                    began.plusDays(testDay).atTime(9, 0).atZone(clock.getZone()).toInstant());
            JsonNode tests = county.get("/cases/{id}", one).path("tests");
            assertThat(tests).as("day " + testDay).hasSize(step + 1);
            sampled(community, tests.path(step).path("id").asText(), "EX-C" + testDay);
            new Caller(http, "lab")
                    .post(
                            202,
                            "/lab-results",
                            Map.of(
                                    "sample",
                                    "EX-C" + testDay,
                                    "result",
                                    "NEGATIVE",
                                    "testedAt",
                                    now(),
                                    "laboratory",
                                    "150500-L1"));
            step++;
            if (testDay < 14) {
                assertThat(state(county, one)).as("day " + testDay).isEqualTo("TESTED");
            }
        }
        steering.advanceTo(
                began.plusDays(15).atTime(1, 0).atZone(clock.getZone()).toInstant());
        JsonNode released = county.get("/cases/{id}", one);
        assertThat(released.path("state").asText()).isEqualTo("RELEASED");
        assertThat(released.path("decision").asText()).contains("14").contains("阴性");
        community.complete(one, "person-case", Map.of("how", "IN_PERSON"));
        assertThat(county.get("/cases/{id}", one).path("followUpUntil").isNull())
                .isFalse();
        leader.post(200, "/notices/{id}/lift", Map.of("reason", "示例结束"), notice);
        steering.settle();
        assertThat(state(county, one)).isEqualTo("CLOSED");
    }

    private static String yaml(String name) throws IOException {
        try (InputStream stream = FoundToReleasedTests.class.getResourceAsStream(name)) {
            assertThat(stream).isNotNull();
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Every branch of the response, by whom it falls to. */
    private void respond(Caller county, String emergency) {
        Caller health = new Caller(http, "150502.health");
        String now = now();
        health.complete(
                emergency, "emergency-response", "网络直报", Map.of("reportNumber", "EX-2027-0001", "reportedAt", now));
        health.complete(
                emergency,
                "emergency-response",
                "安排转运",
                Map.of("hospital", "150500-H1", "departedAt", now, "vehicle", "示例救护车"));
        tracing.add(
                UUID.fromString(emergency),
                new TypedPerson(
                        "示例接触者",
                        "男",
                        "46",
                        "",
                        SampleSheet.idNumber(CONTACT),
                        SampleSheet.phone(CONTACT),
                        "科尔沁区第一示例社区9号",
                        "青岛旅居"),
                Degree.CLOSE,
                Relation.values()[0],
                actors.byUsername("150502.officer"),
                clock.instant());
        county.complete(emergency, "emergency-response", "追踪密切接触者", Map.of("outcome", "TRACED"));
        county.complete(emergency, "emergency-response", "封控场所", Map.of("outcome", "NOTHING", "basis", "没有需要封控的场所"));
        county.complete(emergency, "emergency-response", "告知所在单位", Map.of("outcome", "NONE", "basis", "没有单位"));
        new Caller(http, officerOf("150500-H1"))
                .complete(emergency, "emergency-response", "接收患者", Map.of("arrivedAt", now, "handedTo", "感染科值班医生"));
    }

    private String officerOf(String organization) {
        return officers.withRole(organization, Role.OFFICER).get(0).username();
    }

    private static String emergencyOf(Caller caller, String notice, String personCase) {
        for (JsonNode one : caller.get("/emergencies?notice={n}", notice).path("items")) {
            if (one.path("personCase").asText().equals(personCase)) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("No emergency for the case");
    }

    private static JsonNode checkOf(Caller caller, String personCase) {
        for (JsonNode one : caller.get("/checks?size=500").path("items")) {
            if (one.path("caseId").asText().equals(personCase)) {
                return one;
            }
        }
        throw new AssertionError("No check for the case");
    }

    private String page(String username, String path) throws Exception {
        return mvc.perform(get(path).with(user(username)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** Hands the stock report in, signed by the chief at once. */
    private static String reported(Caller county, String notice) {
        String duty = county.get("/duties?notice={n}&organisation=150502&obligation=stock", notice)
                .path("items")
                .path(0)
                .path("id")
                .asText();
        county.post(200, "/duties/{id}/receive", Map.of(), duty);
        county.post(200, "/duties/{id}/submit", Map.of(), duty);
        return county.get("/reports?notice={n}&organisation=150502", notice)
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    /** The table of the report is the one export the design lets the numbers into: for those between whom it goes. */
    private void exported(String report) throws IOException {
        try (ClearDataScan exports = new ClearDataScan(numbers())) {
            for (String reader : List.of("150502.officer", "city.leader")) {
                exports.text(reader, sheet(new Caller(http, reader).download("/reports/{id}/table.xlsx", report)));
            }
            for (String reader : List.of("supervisor", "150502.community", "150502.health", "150521.officer", "lab")) {
                assertThat(new Caller(http, reader).status("/reports/{id}/table.xlsx", report))
                        .as(reader)
                        .isIn(403, 404);
            }
            assertThat(exports.findings()).containsOnlyKeys("150502.officer", "city.leader");
        }
    }

    private static String sheet(byte[] xlsx) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            return book.getFirstSheet().read().toString();
        }
    }

    /** Looks at every page and answer that tells of these people, as those who see the most. */
    private void look(ClearDataScan scan, String notice, List<String> cases, String emergency) throws Exception {
        for (String username : List.of("city.leader", "150502.officer", "150502.community", "lab", "150502.health")) {
            for (String path : List.of(
                    "/cases?size=200&notice=" + notice,
                    "/cases/" + cases.get(0),
                    "/cases/" + cases.get(4),
                    "/emergencies?notice=" + notice,
                    "/emergencies/" + emergency,
                    "/checks?size=500",
                    "/tasks?size=200&notice=" + notice,
                    "/journal?size=500&subject=" + cases.get(0),
                    "/reports?notice=" + notice,
                    "/screening/imports")) {
                scan.text("API " + path, new Caller(http, username).text("/api/v1" + path));
            }
            for (String path : List.of(
                    "/",
                    "/?list=group",
                    "/messages",
                    "/journal",
                    "/cases?notice=" + notice,
                    "/cases/" + cases.get(0),
                    "/cases/" + cases.get(4),
                    "/cases/" + cases.get(5),
                    "/checks",
                    "/lab",
                    "/lab/unmatched",
                    "/emergencies",
                    "/emergencies/" + emergency,
                    "/screening",
                    "/reports?notice=" + notice,
                    "/notices/" + notice,
                    "/declare/" + notice)) {
                scan.text("page " + path, page(username, path));
            }
        }
    }

    private void sampled(Caller community, String test, String sample) {
        community.complete(test, "lab-test", Map.of("sampledAt", now(), "sample", sample, "laboratory", "150500-L1"));
    }

    private String now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone()).toString();
    }

    private Map<String, Object> result(int person, String result) {
        return Map.of(
                "idNumber",
                SampleSheet.idNumber(FIRST + person),
                "result",
                result,
                "testedAt",
                now(),
                "laboratory",
                "150500-L1");
    }

    private static String state(Caller caller, String one) {
        return caller.get("/cases/{id}", one).path("state").asText();
    }

    private static List<String> states(Caller caller, List<String> cases) {
        return cases.stream().map(one -> state(caller, one)).toList();
    }

    private static List<String> numbers() {
        return IntStream.rangeClosed(FIRST, CONTACT)
                .boxed()
                .flatMap(person -> Stream.of(SampleSheet.idNumber(person), SampleSheet.phone(person)))
                .toList();
    }

    /** At an hour of a day from today on. */
    private Instant day(int days, int hour) {
        return LocalDate.now(clock)
                .plusDays(days)
                .atTime(hour, 0)
                .atZone(clock.getZone())
                .toInstant();
    }

    /** The next morning at eight, whatever the clock shows. */
    private Instant morning() {
        return clock.instant()
                .atZone(clock.getZone())
                .toLocalDate()
                .plusDays(1)
                .atTime(8, 0)
                .atZone(clock.getZone())
                .toInstant();
    }
}
