package org.sifang.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.kernel.Ids;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of people, its numbers and its filters, and who sees whom. */
@SifangTest
class CasesPageTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger(820_000);
    private static final String PASSWORD = "sifang-demo";
    private static final String FIRST = "科尔沁区第一示例社区1号";
    private static final String SECOND = "科尔沁区第二示例社区2号";

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    @Autowired
    Register register;

    @Autowired
    FoundCases found;

    @Autowired
    Cases cases;

    @Autowired
    Organizations organizations;

    @Autowired
    Actors actors;

    @Autowired
    TransactionTemplate transaction;

    /** No notice there is: nobody takes these cases up behind the test's back. */
    private UUID notice = new UUID(0, 0);

    @BeforeEach
    void aNoticeOfItsOwn() {
        notice = Ids.next();
    }

    @Test
    void aStateMeansWhereSomebodyStandsNowAndTheNumbersAddUpToAll() throws Exception {
        List<UUID> six = register("150502", FIRST, FIRST, FIRST, SECOND, SECOND, SECOND);
        move(CaseState.ORDERED, six.subList(0, 3));
        move(CaseState.ISOLATED, six.subList(0, 1));
        transaction.executeWithoutResult(status -> found.mark(six.subList(0, 2), CaseMark.BREACHED));

        CaseNumbers numbers = numbers("150502.officer", CaseFilter.EVERYBODY);

        assertThat(numbers.all()).isEqualTo(6);
        assertThat(numbers.states())
                .isEqualTo(Map.of(CaseState.FOUND, 3L, CaseState.ORDERED, 2L, CaseState.ISOLATED, 1L));
        assertThat(numbers.with(CaseMark.BREACHED)).isEqualTo(2);
        assertThat(numbers("150502.officer", CaseFilter.EVERYBODY.in(CaseState.ORDERED))
                        .matching())
                .isEqualTo(2);
        CaseFilter both = CaseFilter.EVERYBODY.in(CaseState.ORDERED).with(CaseMark.BREACHED);
        assertThat(numbers("150502.officer", both).matching()).isEqualTo(1);
        assertThat(numbers("150502.officer", both).all()).isEqualTo(6);
        // Who is isolated was ordered to be once, and is not counted there any more.
        for (Map.Entry<CaseState, Long> state : numbers.states().entrySet()) {
            assertThat(total("150502.officer", "state", state.getKey().name())).isEqualTo(state.getValue());
        }
        http.perform(get("/cases").param("notice", notice.toString()).with(user("150502.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("每个数字是目前处于这一步的人数")))
                .andExpect(content().string(containsString("/cases?notice=" + notice + "&amp;state=ORDERED")))
                .andExpect(content().string(containsString("/cases?notice=" + notice + "&amp;mark=BREACHED")));
    }

    @Test
    void theListIsNarrowedByEverythingItsNumbersOpen() throws Exception {
        register("150502", FIRST, SECOND, "科尔沁区别的路1号");
        List<UUID> declared = declare(SECOND);

        assertThat(total("150502.officer", "carer", "150502901001")).isEqualTo(1);
        assertThat(total("150502.officer", "carer", "150502901002")).isEqualTo(2);
        assertThat(total("150502.officer", "carer", "none")).isEqualTo(1);
        assertThat(total("150502.officer", "declared", "true")).isEqualTo(1);
        assertThat(total("150502.officer", "category", "QD-STAY")).isEqualTo(4);
        assertThat(total("150502.officer", "organisation", "150502")).isEqualTo(4);
        assertThat(total("city.officer", "organisation", "150521")).isZero();
        assertThat(total("150502.officer", "date", LocalDate.now(clock).toString()))
                .isEqualTo(4);
        assertThat(total(
                        "150502.officer",
                        "date",
                        LocalDate.now(clock).minusDays(1).toString()))
                .isZero();
        CaseNumbers numbers = numbers("150502.officer", CaseFilter.EVERYBODY);
        assertThat(numbers.declared()).isEqualTo(declared.size());
        assertThat(numbers.withoutCarer()).isEqualTo(1);
        assertThat(numbers.today()).isEqualTo(4);
        http.perform(get("/cases")
                        .param("notice", notice.toString())
                        .param("state", "NONSENSE")
                        .param("date", "2020-13-45")
                        .with(user("150502.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("共 4 人")));
    }

    @Test
    void aCommunityWorkerSeesWhomHisCommunityLooksAfterAndNobodyElse() throws Exception {
        List<UUID> two = register("150502", FIRST, SECOND);

        assertThat(total("150502.community", "notice", notice.toString())).isEqualTo(1);
        assertThat(total("150502901002.community", "notice", notice.toString())).isEqualTo(1);
        assertThat(total("150521.community", "notice", notice.toString())).isZero();
        assertThat(numbers("150502.community", CaseFilter.EVERYBODY).all()).isEqualTo(1);
        http.perform(get("/cases/" + two.get(0)).with(user("150502.community"))).andExpect(status().isOk());
        http.perform(get("/cases/" + two.get(1)).with(user("150502.community"))).andExpect(status().isNotFound());
        http.perform(post("/cases/" + two.get(0) + "/reveal")
                        .param("reason", "上门核实")
                        .with(user("150502.community"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("测试某某")));
        http.perform(post("/cases/" + two.get(1) + "/reveal")
                        .param("reason", "上门核实")
                        .with(user("150502.community"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(read("/api/v1/cases/" + two.get(0), "150502.community")
                        .path("carer")
                        .asText())
                .isEqualTo("150502901001");
    }

    @Test
    void onePersonInTwoNoticesIsTwoCasesThatKnowOfEachOther() throws Exception {
        int number = NUMBERS.incrementAndGet();
        UUID first = register("150502", List.of(candidate(number, FIRST))).get(0);
        notice = Ids.next();
        UUID second = register("150502", List.of(candidate(number, FIRST))).get(0);
        notice = Ids.next();
        UUID elsewhere =
                register("150521", List.of(candidate(number, "科尔沁左翼中旗第一示例社区"))).get(0);

        assertThat(first).isNotEqualTo(second);
        http.perform(get("/cases/" + first).with(user("150502.officer")))
                .andExpect(content().string(containsString("/cases/" + second)))
                .andExpect(content().string(not(containsString("/cases/" + elsewhere))))
                .andExpect(content().string(containsString("另有 1 次登记不在您的范围内")));
        http.perform(get("/cases/" + elsewhere).with(user("150502.officer"))).andExpect(status().isNotFound());
    }

    @Test
    void aFragmentIsTheListAlone() throws Exception {
        register("150502", FIRST);

        http.perform(get("/cases")
                        .param("notice", notice.toString())
                        .header("HX-Request", "true")
                        .with(user("150502.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"results\"")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    private CaseNumbers numbers(String reader, CaseFilter filter) {
        CaseFilter ours = new CaseFilter(notice, null, null, filter.state(), filter.mark(), null, null, null, false);
        return cases.numbers(ours, actors.byUsername(reader), LocalDate.now(clock));
    }

    private long total(String reader, String parameter, String value) throws Exception {
        String also = parameter.equals("notice") ? "" : "&" + parameter + "=" + value;
        Actor actor = actors.byUsername(reader);
        Map<String, String> query = new HashMap<>(Map.of("notice", notice.toString()));
        query.put(parameter, value);
        long counted = cases.count(CaseFilter.of(query::get), actor);
        http.perform(get("/cases?notice=" + notice + also).with(user(reader)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("共 " + counted + " 人")));
        return counted;
    }

    private JsonNode read(String path, String reader) throws Exception {
        return json.readTree(http.perform(get(path).with(httpBasic(reader, PASSWORD)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private List<UUID> register(String organization, String... addresses) {
        List<Candidate> candidates = new ArrayList<>();
        for (String address : addresses) {
            candidates.add(candidate(NUMBERS.incrementAndGet(), address));
        }
        return register(organization, candidates);
    }

    private List<UUID> register(String organization, List<Candidate> candidates) {
        return register(organization, candidates, Ids.next());
    }

    private List<UUID> declare(String address) {
        return register("150502", List.of(candidate(NUMBERS.incrementAndGet(), address)), null);
    }

    private List<UUID> register(String organization, List<Candidate> candidates, @Nullable UUID importId) {
        Register.Source source = new Register.Source(
                notice, organizations.require(organization), importId, organization + ".officer", importId == null);
        List<UUID> ids = new ArrayList<>();
        transaction.executeWithoutResult(status -> register.register(source, candidates, clock.instant())
                .forEach(one -> ids.add(Objects.requireNonNull(one.caseId()))));
        return ids;
    }

    private void move(CaseState to, List<UUID> ids) {
        transaction.executeWithoutResult(status -> found.move(ids, to));
    }

    private static Candidate candidate(int number, String address) {
        return new Candidate(
                new FoundPerson(
                        new Document(DocumentType.ID_CARD, IdentityNumbers.of(number)),
                        PersonName.of("测试某某"),
                        Sex.MALE,
                        null,
                        PhoneNumber.of("19900000001"),
                        address),
                "QD-STAY");
    }
}
