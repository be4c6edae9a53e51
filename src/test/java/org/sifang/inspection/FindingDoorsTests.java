package org.sifang.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.notice.CaseFile;
import org.sifang.notice.NoticeView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Findings through their doors: who sees which, what the numbers open, and entering one by hand. */
@SifangTest
class FindingDoorsTests {

    private static final String HOSPITAL = "150526-H1";
    private static final String CONTACT = "150526.h1";

    @Autowired
    MockMvc http;

    @Autowired
    CaseFile file;

    @Autowired
    FindingStage stage;

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void thePagesAreForThePlaceTheLineAndTheOrderingSide() throws Exception {
        Finding finding = stage.found(stage.notice("150526"), HOSPITAL, "doors");
        for (String reader :
                List.of(CONTACT, "150526.officer", "150526.health", "150500.health", "city.officer", "inspector2")) {
            http.perform(get("/inspections/findings")
                            .param("organisation", HOSPITAL)
                            .with(user(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("/inspections/findings/" + finding.id())));
            http.perform(get("/inspections/findings/{id}", finding.id()).with(user(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("现场未见临时隔离场所")))
                    .andExpect(content().string(containsString("data-due")));
        }
        for (String stranger : List.of("150524.officer", "150524.health", "150500.education", "150524.h1", "lab")) {
            http.perform(get("/inspections/findings").with(user(stranger)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(finding.id().toString()))));
            http.perform(get("/inspections/findings/{id}", finding.id()).with(user(stranger)))
                    .andExpect(status().isNotFound());
            http.perform(get("/api/v1/findings/{id}", finding.id()).with(httpBasic(stranger, "sifang-demo")))
                    .andExpect(status().isNotFound());
            http.perform(get("/api/v1/findings")
                            .param("organisation", HOSPITAL)
                            .with(httpBasic(stranger, "sifang-demo")))
                    .andExpect(jsonPath("$.total").value(0));
        }
        http.perform(get("/inspections/findings")).andExpect(redirectedUrl("/login"));
        http.perform(get("/inspections/findings/{id}", finding.id())).andExpect(redirectedUrl("/login"));
        http.perform(get("/api/v1/findings")).andExpect(status().isUnauthorized());
    }

    @Test
    void theApiTellsTheFindingAndItsRounds() throws Exception {
        NoticeView notice = stage.notice("150526");
        Finding finding = stage.found(notice, HOSPITAL, "api");
        stage.order(finding, file.now().plus(Duration.ofDays(3)));
        http.perform(get("/api/v1/findings")
                        .param("notice", notice.id().toString())
                        .param("organisation", "150526")
                        .param("state", "ORDERED")
                        .with(httpBasic("150526.officer", "sifang-demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].id").value(finding.id().toString()))
                .andExpect(jsonPath("$.items[0].organisation").value(HOSPITAL))
                .andExpect(jsonPath("$.items[0].source").value("INSPECTION"))
                .andExpect(jsonPath("$.items[0].dueAt").isNotEmpty());
        http.perform(get("/api/v1/findings/{id}", finding.id()).with(httpBasic("city.officer", "sifang-demo")))
                .andExpect(jsonPath("$.rounds.length()").value(1))
                .andExpect(jsonPath("$.rounds[0].instruction").value("按指引设置临时隔离场所"));
        http.perform(get("/api/v1/findings")
                        .param("notice", UUID.randomUUID().toString())
                        .with(httpBasic("city.officer", "sifang-demo")))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void everyNumberOfTheBoardOpensItsList() throws Exception {
        Finding open = stage.found(null, HOSPITAL, "number-one");
        Finding closed = stage.mended(stage.found(null, HOSPITAL, "number-two"), CONTACT);
        Finding again = stage.found(null, HOSPITAL, "number-two");
        String board = page("/inspections/findings?organisation=" + HOSPITAL + "&exact=true");
        assertThat(opened(board, "state=CLOSED"))
                .contains(closed.id().toString())
                .doesNotContain(open.id().toString());
        assertThat(opened(board, "state=OPEN"))
                .contains(open.id().toString())
                .doesNotContain(closed.id().toString());
        assertThat(opened(board, "repeated=true"))
                .contains(again.id().toString())
                .doesNotContain(open.id().toString());
        assertThat(opened(board, "state=OVERDUE")).doesNotContain(open.id().toString());
    }

    /** Follows the link of the board whose address ends like that. */
    private String opened(String board, String end) throws Exception {
        Matcher link = Pattern.compile("href=\"(/inspections/findings\\?[^\"]*" + Pattern.quote(end) + ")\"")
                .matcher(board);
        assertThat(link.find()).as(end).isTrue();
        return page(link.group(1).replace("&amp;", "&"));
    }

    private String page(String path) throws Exception {
        return http.perform(get(path).with(user("city.officer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aLeaderOfTheOrderingSideGivesMoreTimeOnThePage() throws Exception {
        Finding finding = stage.found(null, HOSPITAL, "more-time");
        stage.order(finding, file.now().plus(Duration.ofDays(2)));
        String later = file.now()
                .plus(Duration.ofDays(9))
                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toLocalDateTime()
                .withSecond(0)
                .withNano(0)
                .toString();
        http.perform(post("/inspections/findings/{id}/extend", finding.id())
                        .with(csrf())
                        .with(user("city.leader"))
                        .param("dueAt", "")
                        .param("reason", "设备到货推迟"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("field-dueAt")));
        http.perform(post("/inspections/findings/{id}/extend", finding.id())
                        .with(csrf())
                        .with(user("150526.leader"))
                        .param("dueAt", later)
                        .param("reason", "设备到货推迟"))
                .andExpect(status().isForbidden());
        http.perform(post("/inspections/findings/{id}/extend", finding.id())
                        .with(csrf())
                        .with(user("city.leader"))
                        .param("dueAt", later)
                        .param("reason", "设备到货推迟"))
                .andExpect(redirectedUrl("/inspections/findings/" + finding.id()));
        assertThat(stage.now(finding).dueAt()).isAfter(file.now().plus(Duration.ofDays(8)));
    }

    @Test
    void aFindingIsEnteredByHandByWhoOverseesTheOrganisation() throws Exception {
        http.perform(get("/inspections/findings/new").with(user("150526.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(HOSPITAL)))
                .andExpect(content().string(not(containsString("150524-H1"))));
        http.perform(get("/inspections/findings/new").with(user(CONTACT))).andExpect(status().isForbidden());

        String made = http.perform(post("/inspections/findings/new")
                        .with(csrf())
                        .with(user("150526.officer"))
                        .param("organization", HOSPITAL)
                        .param("item", "infection-control/" + anItem())
                        .param("description", "预检分诊台无人值守")
                        .param("severity", "SEVERE"))
                .andExpect(redirectedUrlPattern("/inspections/findings/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        UUID id = UUID.fromString(String.valueOf(made).replace("/inspections/findings/", ""));
        Finding finding = stage.adopt(id);
        assertThat(finding.source()).isEqualTo(FindingSource.HAND);
        assertThat(finding.orderer()).isEqualTo("150526");
        assertThat(finding.finder()).isEqualTo("150526.officer");
        assertThat(file.tasks(id)).containsExactly("Task_OrderRectification");

        for (String outside : List.of("150524-H1", "150526", "nobody")) {
            http.perform(post("/inspections/findings/new")
                            .with(csrf())
                            .with(user("150526.officer"))
                            .param("organization", outside)
                            .param("itemText", "预检分诊")
                            .param("description", "无人值守")
                            .param("severity", "MAJOR"))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("field-organization")));
        }
        http.perform(post("/inspections/findings/new")
                        .with(csrf())
                        .with(user("150526.officer"))
                        .param("organization", HOSPITAL)
                        .param("description", "联系 19900000001"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("field-itemText")))
                .andExpect(content().string(containsString("field-severity")))
                .andExpect(content().string(containsString("field-description")));
    }

    @Autowired
    Checklists checklists;

    private String anItem() {
        return checklists.require("infection-control").items().get(0).code();
    }
}
