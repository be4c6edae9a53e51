package org.sifang.notice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.engine.ClockSteering;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.notice.DutyState;
import org.sifang.notice.NoticeView;
import org.sifang.organization.Actors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@SifangTest
class DutyPagesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    DutyDesk desk;

    @Autowired
    Actors actors;

    @Autowired
    ClockSteering steering;

    @Autowired
    Clock clock;

    NoticeHouse house;

    @BeforeEach
    void enter() {
        house = new NoticeHouse(context);
    }

    @Test
    void listAndDutySpeakBothLanguages() throws Exception {
        NoticeView notice = house.issued();
        Duty duty = house.duty(notice, "watch", "150502");
        desk.receive(duty.id(), null, null, actors.byUsername("150502.officer"));
        desk.submit(duty.id(), null, "已落实", actors.byUsername("150502.officer"));
        for (String path : List.of(
                "/duties",
                "/duties?notice=" + notice.id() + "&obligation=watch&tally=UNRECEIVED",
                "/duties?notice=nothing&day=never&state=GONE&tally=X&page=-1",
                "/duties?q=%25&organisation=150502&day=2027-03-01",
                "/duties/" + duty.id())) {
            for (String language : List.of("zh", "en")) {
                MockHttpServletResponse response = send(
                        "city.officer",
                        MockMvcRequestBuilders.get(URI.create(path)).cookie(new Cookie("sifang-language", language)));
                assertThat(response.getStatus()).as(path).isEqualTo(200);
                assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                        .as(path)
                        .startsWith("<!doctype html>")
                        .doesNotContain("??")
                        .doesNotContain(" th:")
                        .doesNotContainPattern("\\sstyle=");
            }
        }
        assertThat(page("city.officer", "/duties/" + duty.id())).contains("已落实", "与报送时一致", "认可", "退回", "苏木乡镇街道");
    }

    @Test
    void everyCountOpensItsListAndKeepsTheFilters() throws Exception {
        NoticeView notice = house.issued();
        Duty duty = house.duty(notice, "watch", "150502");
        desk.receive(duty.id(), null, null, actors.byUsername("150502.officer"));

        String page = page("city.officer", "/duties?notice=" + notice.id() + "&obligation=watch");

        assertThat(page)
                .contains("notice=" + notice.id() + "&amp;obligation=watch&amp;tally=UNRECEIVED")
                .contains("tally=SILENT", "tally=ZERO");
        assertThat(page("city.officer", "/duties?notice=" + notice.id() + "&obligation=watch&tally=WORKING"))
                .contains("/duties/" + duty.id())
                .doesNotContain(
                        "/duties/" + house.duty(notice, "watch", "150521").id());
    }

    @Test
    void aCountySeesItsOwnDuties() throws Exception {
        NoticeView notice = house.issued();
        Duty own = house.duty(notice, "watch", "150502");
        Duty other = house.duty(notice, "watch", "150521");

        assertThat(page("150502.officer", "/duties?notice=" + notice.id()))
                .contains("/duties/" + own.id())
                .doesNotContain("/duties/" + other.id());
        for (String stranger : List.of("150521.officer", "150502.education", "150400.officer", "lab")) {
            assertThat(send(stranger, MockMvcRequestBuilders.get("/duties/" + own.id()))
                            .getStatus())
                    .isEqualTo(404);
            assertThat(send(
                                    stranger,
                                    MockMvcRequestBuilders.post("/duties/" + own.id() + "/waive")
                                            .with(csrf())
                                            .param("reason", "x"))
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/duties"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .contains("/login");
    }

    @Test
    void theAddresseeReceivesTheIssuerJudges() throws Exception {
        Duty duty = house.duty(house.issued(), "watch", "150502");
        String address = "/duties/" + duty.id();

        assertThat(page("150502.officer", address))
                .contains(address + "/receive")
                .doesNotContain(address + "/waive");
        assertThat(page("city.officer", address)).contains(address + "/waive").doesNotContain(address + "/receive");
        assertThat(send(
                                "150502.officer",
                                MockMvcRequestBuilders.post(address + "/receive")
                                        .with(csrf())
                                        .param("responsible", "150502.officer")
                                        .param("deputy", "150502.leader"))
                        .getRedirectedUrl())
                .isEqualTo(address);
        assertThat(page("150502.officer", address)).as("its next task").contains("/tasks/", "落实确认");

        desk.submit(duty.id(), null, "好", actors.byUsername("150502.officer"));
        MockHttpServletResponse reasonless = send(
                "city.officer",
                MockMvcRequestBuilders.post(address + "/return").with(csrf()).param("reason", ""));
        assertThat(reasonless.getStatus()).isEqualTo(422);
        assertThat(reasonless.getContentAsString(StandardCharsets.UTF_8)).contains("请写明原因");
        send("city.officer", MockMvcRequestBuilders.post(address + "/accept").with(csrf()));
        assertThat(house.now(duty).state()).isEqualTo(DutyState.ACCEPTED);
        assertThat(send(
                                "city.officer",
                                MockMvcRequestBuilders.post(address + "/accept").with(csrf()))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void whatWasTypedStaysWhenTheDeadlineIsRefused() throws Exception {
        Duty duty = house.duty(house.issued(), "watch", "150523");
        String address = "/duties/" + duty.id() + "/extend";

        MockHttpServletResponse refused = send(
                "city.officer",
                MockMvcRequestBuilders.post(address)
                        .with(csrf())
                        .param("dueAt", "2001-01-01T10:00")
                        .param("reason", "大雪封路"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("2001-01-01T10:00", "大雪封路", "新的截止时间必须");

        LocalDateTime later = LocalDateTime.ofInstant(duty.dueAt(), clock.getZone())
                .plusHours(2)
                .withSecond(0)
                .withNano(0);
        send(
                "city.officer",
                MockMvcRequestBuilders.post(address)
                        .with(csrf())
                        .param("dueAt", later.toString())
                        .param("reason", "大雪封路"));
        assertThat(house.now(duty).dueAt())
                .isEqualTo(later.atZone(clock.getZone()).toInstant());
    }

    @Test
    void aLowerLevelConfirmsItsPart() throws Exception {
        Duty duty = house.duty(house.issued(), "watch", "150502");
        String address = "/duties/" + duty.id() + "/inner";
        assertThat(page("150502.community", "/duties")).contains(address, "本级内部时限");

        MockHttpServletResponse refused = send(
                "150502.community",
                MockMvcRequestBuilders.post(address)
                        .with(csrf())
                        .param("organization", "150502901001")
                        .param("people", "几个")
                        .param("remark", "走访完毕"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("几个", "走访完毕", "请填写人数");

        send(
                "150502.community",
                MockMvcRequestBuilders.post(address)
                        .with(csrf())
                        .param("organization", "150502901001")
                        .param("people", "0"));
        assertThat(page("150502.officer", "/duties/" + duty.id())).contains("0 人", "零报告");
        assertThat(page("150502.community", "/duties")).doesNotContain(address);
    }

    @Test
    void theWrittenUrgeSaysWhatTheRecordSays() throws Exception {
        NoticeView notice = house.issued();
        Duty duty = house.duty(notice, "watch", "150524");
        String address = "/duties/" + duty.id() + "/urge.pdf";
        assertThat(send("city.officer", MockMvcRequestBuilders.get(address)).getStatus())
                .isEqualTo(404);

        desk.receive(duty.id(), null, null, actors.byUsername("150524.officer"));
        steering.advanceTo(duty.dueAt().plus(Duration.ofMinutes(61)));

        assertThat(page("city.officer", "/duties/" + duty.id())).contains(address, "催办通知书");
        MockHttpServletResponse paper = send("150524.officer", MockMvcRequestBuilders.get(address));
        assertThat(paper.getContentType()).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(paper.getContentAsByteArray())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text)
                    .contains("催办通知书", duty.organizationName(), notice.caption().replaceAll("\\s", ""))
                    .contains("已逾期1小时", "签收", "提醒", "催办", "提请通报批评", "各旗县市区指挥部四小时内确认值班安排");
        }
        assertThat(send("150521.officer", MockMvcRequestBuilders.get(address)).getStatus())
                .isEqualTo(404);
        assertThat(page("city.officer", "/duties?notice=" + notice.id() + "&tally=SILENT"))
                .contains("/duties/" + duty.id());
    }

    private String page(String username, String path) throws Exception {
        MockHttpServletResponse response = send(username, MockMvcRequestBuilders.get(URI.create(path)));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(String username, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(username))).andReturn().getResponse();
    }
}
