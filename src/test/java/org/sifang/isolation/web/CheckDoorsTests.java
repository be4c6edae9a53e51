package org.sifang.isolation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.isolation.CaseDesk;
import org.sifang.isolation.CheckStage;
import org.sifang.isolation.DailyCheckState;
import org.sifang.isolation.DeliveryManner;
import org.sifang.isolation.IsolationFile;
import org.sifang.isolation.Presence;
import org.sifang.isolation.SmallMeasure;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.NoticeView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Who gets in where, and what the pages and calls of the checks answer. */
@SifangTest
class CheckDoorsTests {

    private static final String OWN = "150502.community";

    /** Another community of the county, another county, another line of the county. */
    private static final List<String> OTHERS =
            List.of("150502901002.community", "150521.officer", "150521.community", "150502.health", "lab");

    @Autowired
    MockMvc mvc;

    @Autowired
    CheckStage stage;

    @Autowired
    IsolationFile cases;

    @Autowired
    CaseDesk desk;

    private LocalDate day = LocalDate.EPOCH;
    private final NoticeView notice;
    private List<UUID> people = List.of();

    CheckDoorsTests(@Autowired IsolationFile cases) {
        notice = cases.issue(SmallMeasure.of(IsolationKind.HOME).days(7).followUp(3));
    }

    @BeforeEach
    void begin() {
        day = stage.morning();
        people = stage.isolated(notice, 3);
    }

    @AfterEach
    void end() {
        stage.close();
    }

    private MockHttpServletResponse send(String username, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(username)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(String username, String path) throws Exception {
        MockHttpServletResponse response = send(username, get(URI.create(path)));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse call(String username, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(httpBasic(username, "sifang-demo")).contentType(MediaType.APPLICATION_JSON))
                .andReturn()
                .getResponse();
    }

    private UUID check(int person) {
        return stage.check(people.get(person), day).id();
    }

    private String mine() {
        return "/checks?notice=" + notice.id();
    }

    @Test
    void everyPageSpeaksBothLanguages() throws Exception {
        send(OWN, post("/checks/{id}", check(0)).param("outcome", "PRESENT").param("symptoms", "FEVER"));
        for (String username : List.of(OWN, "150502.officer", "city.officer", "supervisor")) {
            for (String path : List.of(
                    "/checks",
                    mine(),
                    mine() + "&list=OPEN",
                    mine() + "&list=DONE",
                    mine() + "&list=VISITS",
                    mine() + "&organisation=" + CheckStage.COMMUNITY,
                    "/checks?date=2001-01-01",
                    "/checks?date=never&notice=none&organisation=%3Cx%3E&list=X&page=-1")) {
                for (String language : List.of("zh", "en")) {
                    MockHttpServletResponse response =
                            send(username, get(URI.create(path)).cookie(new Cookie("sifang-language", language)));
                    assertThat(response.getStatus()).as(username + path).isEqualTo(200);
                    assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                            .as(username + path)
                            .startsWith("<!doctype html>")
                            .doesNotContain("??", " th:", "<x>")
                            .doesNotContainPattern("\\sstyle=");
                }
            }
        }
    }

    @Test
    void theWorkerSeesHerPeopleMaskedAndTheLevelsAboveTheirNumbers() throws Exception {
        assertThat(page(OWN, mine()))
                .contains("测***", "199****0001", "正常，在家", "全家正常，都在家")
                .doesNotContain("测试某某", "19900000001");
        assertThat(page("150502.officer", mine()))
                .contains("科尔沁区第一示例社区", "list=OPEN", "list=ABSENT")
                .doesNotContain("测***");
        assertThat(page("150502.officer", mine() + "&organisation=" + CheckStage.COMMUNITY))
                .contains("测***", "正常，在家");
        assertThat(page("city.officer", mine())).contains("科尔沁区", "organisation=150502");
        assertThat(page("city.officer", mine() + "&list=OPEN")).contains("测***").doesNotContain("正常，在家", "/phone");
        for (String other : OTHERS) {
            assertThat(page(other, mine())).as(other).doesNotContain("测***", CheckStage.COMMUNITY);
            assertThat(page(other, mine() + "&list=OPEN")).as(other).doesNotContain("测***");
            assertThat(page(other, mine() + "&organisation=" + CheckStage.COMMUNITY))
                    .as(other)
                    .doesNotContain("测***");
        }
    }

    @Test
    void oneTapIsAllItTakesWithAndWithoutScript() throws Exception {
        MockHttpServletResponse plain = send(
                OWN, post("/checks/{id}", check(0)).param("outcome", "PRESENT").param("date", day.toString()));
        assertThat(plain.getStatus()).isEqualTo(302);
        assertThat(plain.getRedirectedUrl()).isEqualTo("/checks?date=" + day);
        MockHttpServletResponse swapped = send(
                OWN, post("/checks/{id}", check(1)).param("outcome", "PRESENT").header("HX-Request", "true"));
        assertThat(swapped.getStatus()).isEqualTo(200);
        assertThat(swapped.getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("<html")
                .contains("id=\"results\"", "id=\"flash\"", "已记录：在家。");
        assertThat(stage.check(people.get(0), day).presence()).isEqualTo(Presence.PRESENT);
        assertThat(stage.check(people.get(1), day).presence()).isEqualTo(Presence.PRESENT);

        send(OWN, post("/checks/{id}/household", check(2)));
        assertThat(stage.check(people.get(2), day).state()).isEqualTo(DailyCheckState.DONE);
        assertThat(page(OWN, mine())).contains("全部核查完毕", "已核查 3 人");
    }

    @Test
    void whatIsWrongStandsBesideWhatWasTyped() throws Exception {
        MockHttpServletResponse response = send(
                OWN,
                post("/checks/{id}", check(0))
                        .param("outcome", "AWAY")
                        .param("temperature", "37.0")
                        .header("HX-Request", "true"));

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("请选择原因", "value=\"37.0\"")
                .contains("open=\"open\"");
    }

    @Test
    void nobodyElseAnswersOrLooksAtANumber() throws Exception {
        for (String other : OTHERS) {
            assertThat(send(other, post("/checks/{id}", check(0)).param("outcome", "PRESENT"))
                            .getStatus())
                    .as(other)
                    .isEqualTo(404);
            assertThat(send(other, post("/checks/{id}/household", check(0))).getStatus())
                    .as(other)
                    .isEqualTo(404);
            assertThat(send(other, post("/checks/{id}/phone", check(0))).getStatus())
                    .as(other)
                    .isEqualTo(404);
            assertThat(call(other, post("/api/v1/checks/{id}", check(0)).content("{\"outcome\":\"PRESENT\"}"))
                            .getStatus())
                    .as(other)
                    .isEqualTo(404);
        }
        assertThat(send("city.officer", post("/checks/{id}", check(0)).param("outcome", "PRESENT"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(send("city.officer", post("/checks/{id}/phone", check(0))).getStatus())
                .isEqualTo(403);
        assertThat(mvc.perform(get("/checks")).andReturn().getResponse().getStatus())
                .isEqualTo(302);
        assertThat(mvc.perform(get("/api/v1/checks")).andReturn().getResponse().getStatus())
                .isEqualTo(401);
        assertThat(mvc.perform(post("/api/v1/checks/{id}", check(0)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
        assertThat(stage.check(people.get(0), day).state()).isEqualTo(DailyCheckState.DUE);
    }

    @Test
    void aNumberIsShownToWhoCallsAndTheJournalKeepsIt() throws Exception {
        MockHttpServletResponse response =
                send(OWN, post("/checks/{id}/phone", check(0)).header("HX-Request", "true"));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("tel:19900000001");
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(cases.journal(people.get(0))).contains("person.disclosed");
    }

    @Test
    void otherSystemsListAndAnswerChecks() throws Exception {
        String list = call(
                        OWN,
                        get(
                                "/api/v1/checks?date={d}&notice={n}&organisation={o}",
                                day,
                                notice.id(),
                                CheckStage.COMMUNITY))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(list).contains("\"total\":3", "\"state\":\"DUE\"").doesNotContain("household\":\"", "person\"");
        for (String other : OTHERS) {
            assertThat(call(other, get("/api/v1/checks?notice={n}", notice.id()))
                            .getContentAsString(StandardCharsets.UTF_8))
                    .as(other)
                    .contains("\"total\":0");
        }

        MockHttpServletResponse answered = call(
                "api",
                post("/api/v1/checks/{id}", check(0))
                        .content("{\"outcome\":\"PRESENT\",\"temperature\":36.6,\"symptoms\":[]}"));
        assertThat(answered.getStatus()).isEqualTo(200);
        assertThat(answered.getContentAsString(StandardCharsets.UTF_8))
                .contains("\"state\":\"DONE\"", "\"temperature\":36.6");
        MockHttpServletResponse refused = call(
                OWN,
                post("/api/v1/checks/{id}", check(1))
                        .content("{\"outcome\":\"AWAY\",\"temperature\":99.9,\"symptoms\":[\"NONE\"]}"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("symptoms");
    }

    @Test
    void visitsOfTheDayStandOnTheSamePage() throws Exception {
        UUID id = people.get(0);
        desk.release(id, "提前解除", cases.actor("150502.leader"), cases.now());
        desk.serveRelease(id, DeliveryManner.PHONE, null, stage.officer(), cases.now());
        stage.until(day.plusDays(1), "09:00");
        assertThat(page(OWN, mine())).contains("今日随访", "解除后第 1 天");
        UUID visit = stage.visits(id).get(0).id();
        for (String other : OTHERS) {
            assertThat(send(other, post("/checks/visits/{id}", visit)).getStatus())
                    .as(other)
                    .isEqualTo(404);
        }
        assertThat(send("city.officer", post("/checks/visits/{id}", visit)).getStatus())
                .isEqualTo(403);

        assertThat(send(OWN, post("/checks/visits/{id}", visit).param("met", "true"))
                        .getStatus())
                .isEqualTo(302);

        assertThat(stage.visits(id).get(0).state()).isEqualTo(DailyCheckState.DONE);
        assertThat(page("150502.officer", "/cases/" + id)).contains("核查和随访", "解除后第 1 天", "已随访");
        assertThat(page("150502.officer", "/cases/" + people.get(1))).contains("核查和随访", "待核查");
    }
}
