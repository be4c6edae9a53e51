package org.sifang.notice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.SifangTest;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeState;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@SifangTest
class NoticePagesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    Notices notices;

    @Autowired
    NoticeDesk desk;

    @Autowired
    Actors actors;

    NoticeHouse house;

    @BeforeEach
    void enter() {
        house = new NoticeHouse(context);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/notices",
                "/notices?q=x&state=ISSUED",
                "/notices?state=GONE&page=-3",
                "/notices/new",
                "/notices/new?from=skeleton",
                "/notices/new?from=blank",
                "/notices/new?from=tongliao-2020-qingdao",
                "/notices/new?from=tongliao-2020-qingdao&today=true",
                "/notices/new?from=chifeng-2021-6"
            })
    void everyPageSpeaksBothLanguages(String path) throws Exception {
        for (String language : List.of("zh", "en")) {
            assertSpeaks(path, language);
        }
    }

    @Test
    void aNoticeIsShownInEveryState() throws Exception {
        NoticeView draft = house.drafted();
        NoticeView issued = house.issued();
        NoticeView lifted = house.issued();
        desk.lift(lifted.id(), "任务完成", actors.byUsername("city.leader"));
        for (NoticeView notice : List.of(draft, issued, lifted)) {
            for (String language : List.of("zh", "en")) {
                assertSpeaks("/notices/" + notice.id(), language);
            }
        }
        assertThat(page("city.leader", "/notices/" + lifted.id())).contains("任务完成");
    }

    private void assertSpeaks(String path, String language) throws Exception {
        MockHttpServletResponse response =
                send("city.leader", MockMvcRequestBuilders.get(path).cookie(new Cookie("sifang-language", language)));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .as(path)
                .startsWith("<!doctype html>")
                .doesNotContain("??")
                .doesNotContain(" th:")
                .doesNotContainPattern("\\sstyle=");
    }

    @Test
    void theListOpensWhatIsSearchedForAlsoAsAFragment() throws Exception {
        NoticeView notice = house.drafted();

        String fragment = send(
                        "city.officer",
                        MockMvcRequestBuilders.get("/notices")
                                .queryParam("q", notice.caption())
                                .header("HX-Request", "true"))
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(fragment)
                .contains("/notices/" + notice.id(), notice.caption(), "起草中")
                .doesNotContain("<html", "<!doctype");
    }

    @ParameterizedTest
    @CsvSource({
        "city.officer,   200",
        "city.leader,    200",
        "150502.officer, 200",
        "150502.health,  403",
        "150502.community, 403",
        "lab,            403",
        "supervisor,     403",
        "inspector,      403"
    })
    void thoseWhoWriteForACommandDraft(String username, int status) throws Exception {
        assertThat(send(username, MockMvcRequestBuilders.get("/notices/new?from=skeleton"))
                        .getStatus())
                .isEqualTo(status);
        assertThat(page(username, "/notices").contains("href=\"/notices/new\"")).isEqualTo(status == 200);
    }

    @Test
    void theSkeletonIsSoundAndIsThatOfTheAuthorsCommand() throws Exception {
        assertThat(page("150502.officer", "/notices/new?from=skeleton"))
                .contains("issuer: &quot;150502&quot;")
                .contains("没有符合条件的单位");
        assertThat(page("city.officer", "/notices/new?from=skeleton")).contains("9 个旗县市区指挥部 × 1 项职责");
    }

    @Test
    void thePreviewSaysWhatWouldGoToWhomAndTheFaultsWhereTheyAre() throws Exception {
        String text = NoticeHouse.yaml(NoticeHouse.number());

        assertThat(check("city.officer", text))
                .contains("9 个旗县市区指挥部 × 1 项职责", "9 个旗县市区卫生健康部门 × 1 项职责", "科尔沁区")
                .doesNotContain("<html");
        assertThat(check("city.officer", text.replace("dueWithin: PT4H", "dueWithin: bald")))
                .contains("第 13 行", "obligations[0].dueWithin", "不是时长");
        assertThat(check("150502.officer", text)).contains("您只能为本单位");
        assertThat(check("city.officer", "")).contains("内容为空");
    }

    @Test
    void whatIsRefusedComesBackWithEveryWord() throws Exception {
        String text = NoticeHouse.yaml(NoticeHouse.number()).replace("kind: CONFIRM", "kind: PRAY # 我写的话");

        MockHttpServletResponse response = send(
                "city.officer",
                MockMvcRequestBuilders.post("/notices/new").with(csrf()).param("text", text));

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("我写的话", "没有保存", "obligations[0].kind");
    }

    @Test
    void aDraftIsSavedChangedAndSentToReview() throws Exception {
        String number = NoticeHouse.number();
        MockHttpServletResponse saved = send(
                "city.officer",
                MockMvcRequestBuilders.post("/notices/new").with(csrf()).param("text", NoticeHouse.yaml(number)));
        assertThat(saved.getStatus()).isEqualTo(302);
        String address = String.valueOf(saved.getRedirectedUrl());

        assertThat(page("city.officer", address + "/edit")).contains(number);
        MockHttpServletResponse changed = send(
                "city.officer",
                MockMvcRequestBuilders.post(address + "/edit")
                        .with(csrf())
                        .param("text", NoticeHouse.yaml(number).replace("核对值班安排", "核对值守安排")));
        assertThat(changed.getRedirectedUrl()).isEqualTo(address);
        assertThat(page("city.officer", address)).contains("核对值守安排", "送审");

        assertThat(send(
                                "city.officer",
                                MockMvcRequestBuilders.post(address + "/submit").with(csrf()))
                        .getRedirectedUrl())
                .isEqualTo(address);
        assertThat(page("city.officer", address)).contains("审核中", "待审").doesNotContain(address + "/edit");
        assertThat(page("150500.health", address)).as("the reviewer's task").contains("/tasks/", "卫生健康审核");

        MockHttpServletResponse late = send(
                "city.officer",
                MockMvcRequestBuilders.post(address + "/edit")
                        .with(csrf())
                        .param("text", NoticeHouse.yaml(number) + "# 晚了的话"));
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString(StandardCharsets.UTF_8)).contains("晚了的话", "不能再修改");
    }

    @Test
    void aFileBecomesTheTextOfTheEditor() throws Exception {
        String number = NoticeHouse.number();
        MockMultipartFile file = new MockMultipartFile(
                "file",
                "notice.yaml",
                "application/yaml",
                NoticeHouse.yaml(number).getBytes(StandardCharsets.UTF_8));

        String editor = mvc.perform(MockMvcRequestBuilders.multipart("/notices/upload")
                        .file(file)
                        .with(csrf())
                        .with(user("city.officer")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(editor).contains(number, "9 个旗县市区指挥部");

        MockHttpServletResponse refused = mvc.perform(MockMvcRequestBuilders.multipart("/notices/upload")
                        .file(new MockMultipartFile("file", "x.yaml", null, new byte[] {(byte) 0xc4, (byte) 0xe3, 1}))
                        .with(csrf())
                        .with(user("city.officer")))
                .andReturn()
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("UTF-8");
    }

    @Test
    void aLeaderIssuesAtOnceAndLiftsWithAReasonAnOfficerDoesNeither() throws Exception {
        NoticeView notice = house.drafted();
        String address = "/notices/" + notice.id();
        assertThat(page("city.officer", address)).doesNotContain(address + "/issue");
        assertThat(send(
                                "city.officer",
                                MockMvcRequestBuilders.post(address + "/issue").with(csrf()))
                        .getStatus())
                .isEqualTo(403);
        assertThat(page("city.leader", address)).contains(address + "/issue", "下达 18 项职责");

        send("city.leader", MockMvcRequestBuilders.post(address + "/issue").with(csrf()));

        assertThat(notices.require(notice.id()).state()).isEqualTo(NoticeState.ISSUED);
        assertThat(page("city.leader", address)).contains("免审", "值班领导", "生效中", "修订");
        MockHttpServletResponse reasonless = send(
                "city.leader",
                MockMvcRequestBuilders.post(address + "/lift").with(csrf()).param("reason", " "));
        assertThat(reasonless.getStatus()).isEqualTo(422);
        assertThat(reasonless.getContentAsString(StandardCharsets.UTF_8)).contains("请写明原因");
        send(
                "city.leader",
                MockMvcRequestBuilders.post(address + "/lift").with(csrf()).param("reason", "完成"));
        assertThat(notices.require(notice.id()).state()).isEqualTo(NoticeState.LIFTED);
    }

    @Test
    void anAmendmentIsDraftedFromTheNoticeItReplaces() throws Exception {
        NoticeView notice = house.issued();

        assertThat(page("city.officer", "/notices/new?amend=" + notice.id()))
                .contains("supersedes: " + notice.caption())
                .doesNotContain("number: " + notice.caption());
    }

    @Test
    void withoutATokenAndWithoutALoginNothingIsDone() throws Exception {
        NoticeView notice = house.drafted();
        assertThat(send("city.leader", MockMvcRequestBuilders.post("/notices/" + notice.id() + "/issue"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/notices"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .contains("/login");
        for (String stranger : List.of("150502.officer", "150400.officer", "lab")) {
            assertThat(send(stranger, MockMvcRequestBuilders.get("/notices/" + notice.id()))
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void theHistoryOfThePreparationIsTheIssuersBusiness() throws Exception {
        NoticeView notice = house.issued();

        assertThat(page("city.officer", "/notices/" + notice.id())).contains("起草《", "免审");
        assertThat(page("150502.officer", "/notices/" + notice.id()))
                .contains("印发，发文字号 " + notice.caption())
                .doesNotContain("起草《");
    }

    private String check(String username, String text) throws Exception {
        return send(
                        username,
                        MockMvcRequestBuilders.post("/notices/check")
                                .with(csrf())
                                .header("HX-Request", "true")
                                .param("text", text))
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(String username, String path) throws Exception {
        MockHttpServletResponse response = send(username, MockMvcRequestBuilders.get(path));
        assertThat(response.getStatus()).as(path).isIn(200, 403);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(String username, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(username))).andReturn().getResponse();
    }
}
