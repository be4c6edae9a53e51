package org.sifang.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.inspection.Draws;
import org.sifang.inspection.EvidenceDesk;
import org.sifang.inspection.Inspection;
import org.sifang.inspection.InspectionDesk;
import org.sifang.inspection.InspectionStage;
import org.sifang.inspection.InspectionState;
import org.sifang.inspection.Visit;
import org.sifang.inspection.VisitState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Inspections through their doors: who sees which plan and visit, the proof of a draw, and a visit on a phone. */
@SifangTest
class InspectionDoorsTests {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final String OBJECT = "150524-H1";

    @Autowired
    MockMvc http;

    @Autowired
    InspectionStage stage;

    @Autowired
    InspectionDesk desk;

    @Autowired
    Draws draws;

    @Autowired
    EvidenceDesk evidence;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void end() {
        stage.close();
    }

    private void opens(String path, String... readers) throws Exception {
        for (String reader : readers) {
            http.perform(get(path).with(user(reader)))
                    .andExpect(result -> assertThat(result.getResponse().getStatus())
                            .as(path + " for " + reader)
                            .isEqualTo(200));
        }
    }

    private void isUnknown(String path, String... readers) throws Exception {
        for (String reader : readers) {
            http.perform(get(path).with(user(reader)))
                    .andExpect(result -> assertThat(result.getResponse().getStatus())
                            .as(path + " for " + reader)
                            .isEqualTo(404));
        }
    }

    @Test
    void aPlanIsForWhoInspectsAndForThoseAboveHimOnly() throws Exception {
        Inspection inspection = stage.planned(WEEK, false, 1, OBJECT);
        String page = "/inspections/" + inspection.id();
        String proof = page + "/draws/" + draws.of(inspection.id()).get(0).id();

        opens(page, "city.officer", "city.leader", "inspector", "supervisor");
        opens(proof, "city.officer", "inspector");
        isUnknown(page, "150524.officer", "150524.health", "150523.officer", "150500.education", "150524.h1", "lab");
        isUnknown(proof, "150524.officer", "150524.h1", "150400.inspector");
        for (String stranger : List.of("150524.officer", "150524.h1", "150523.officer", "150500.education")) {
            http.perform(get("/inspections").with(user(stranger)))
                    .andExpect(
                            content().string(not(containsString(inspection.id().toString()))));
        }
        http.perform(get("/inspections").with(user("city.officer")))
                .andExpect(content().string(containsString(page)));
        http.perform(get(page)).andExpect(redirectedUrl("/login"));
        http.perform(get("/inspections/visits")).andExpect(redirectedUrl("/login"));
    }

    @Test
    void whatIsVisitedUnannouncedLearnsOfItWhenTheInspectorsAreThere() throws Exception {
        Inspection inspection = stage.visiting(WEEK, OBJECT);
        Visit visit = stage.visits(inspection).get(0);
        String page = "/inspections/visits/" + visit.id();

        opens(page, "inspector", "inspector2", "city.officer");
        isUnknown(page, "150524.h1", "150524.health", "150524.officer", "150523.officer");
        http.perform(post(page + "/start").with(csrf()).with(user("150524.health")))
                .andExpect(status().isNotFound());
        http.perform(post(page + "/start").with(csrf()).with(user("city.officer")))
                .andExpect(status().isForbidden());
        http.perform(post(page + "/start")
                        .with(csrf())
                        .with(user(visit.inspectors().get(0))))
                .andExpect(redirectedUrl(page));

        opens(page, "150524.h1", "150524.health", "150524.officer");
        isUnknown(page, "150523.officer", "150523.health", "150500.education", "150524.h2");
        http.perform(get(page).with(user("150524.h1")))
                .andExpect(content().string(not(containsString("name=\"finish\""))))
                .andExpect(content().string(not(containsString("/inspections/" + inspection.id()))));
        isUnknown("/inspections/" + inspection.id(), "150524.h1", "150524.officer");
    }

    @Test
    void anAnnouncedVisitIsToldToItsObject() throws Exception {
        Inspection inspection = stage.planned(WEEK, true, 1, OBJECT);
        desk.confirmDraw(inspection.id(), stage.actor("city.officer"), stage.nowAt());
        Visit visit = stage.visits(inspection).get(0);

        opens("/inspections/visits/" + visit.id(), "150524.h1");
        assertThat(stage.told(visit.id(), "visit.announced")).containsExactly("150524.h1");
    }

    @Test
    void theProofShowsEveryChanceAndRepeatsTheDraw() throws Exception {
        Inspection inspection = stage.planned(WEEK, false, 1, "150524-H1", "150524-U1", "150524-U2");
        UUID draw = draws.of(inspection.id()).get(0).id();
        String seed = draws.of(inspection.id()).get(0).seed();

        http.perform(get("/inspections/{id}/draws/{draw}", inspection.id(), draw)
                        .param("repeat", "true")
                        .with(user("city.officer")))
                .andExpect(content()
                        .string(allOf(
                                containsString(seed),
                                containsString("150524-H1"),
                                containsString("二级医疗机构"),
                                containsString("按日志重演的结果与当时完全一致"))));
        jdbc.sql("update inspection_draw set result = '[]' where id = :id")
                .param("id", draw)
                .update();
        http.perform(get("/inspections/{id}/draws/{draw}", inspection.id(), draw)
                        .param("repeat", "true")
                        .with(user("city.officer")))
                .andExpect(content().string(containsString("重演结果与记录不一致")));
    }

    private static String soon(InspectionStage stage) {
        return LocalDateTime.ofInstant(stage.nowAt().plus(WEEK), ZoneId.of("Asia/Shanghai"))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    @Test
    void aPlanByHandIsDrawnAtOnceAndFaultsAreToldTogether() throws Exception {
        http.perform(get("/inspections/new").with(user("150524.h1"))).andExpect(status().isForbidden());
        http.perform(get("/inspections/new").with(user("inspector"))).andExpect(status().isOk());
        http.perform(post("/inspections/new")
                        .with(csrf())
                        .with(user("city.officer"))
                        .param("title", " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("请写明检查名称"),
                                containsString("请选择检查表"),
                                containsString("请选择检查对象的类别"),
                                containsString("请写明期限"))));
        String[] made = {""};
        http.perform(post("/inspections/new")
                        .with(csrf())
                        .with(user("150524.health"))
                        .param("title", "库伦旗医疗机构抽查")
                        .param("checklist", "infection-control")
                        .param("kinds", "MEDICAL")
                        .param("minimumGrade", "2")
                        .param("size", "1")
                        .param("dueAt", soon(stage)))
                .andExpect(redirectedUrlPattern("/inspections/*"))
                .andDo(result -> made[0] = String.valueOf(result.getResponse().getRedirectedUrl()));
        UUID id = UUID.fromString(made[0].substring("/inspections/".length()));
        Inspection planned = stage.mine(stage.now(id));
        assertThat(planned.organization()).isEqualTo("150524-HEALTH");
        assertThat(draws.of(id).get(0).input().objects())
                .extracting(one -> one.code())
                .containsExactly("150524-H1");
        http.perform(post("/inspections/{id}/confirm-draw", id).with(csrf()).with(user("150524.health")))
                .andExpect(redirectedUrl("/inspections/" + id));
        assertThat(stage.now(id).state()).isEqualTo(InspectionState.VISITING);
    }

    @Test
    void drawingAndCallingOffAreForTheOrganisersOfficersAndNeedAReason() throws Exception {
        Inspection inspection = stage.planned(WEEK, false, 1, "150524-H1", "150524-U1");
        http.perform(post("/inspections/{id}/draw", inspection.id())
                        .with(csrf())
                        .with(user("inspector")))
                .andExpect(status().isForbidden());
        http.perform(post("/inspections/{id}/draw", inspection.id())
                        .with(csrf())
                        .with(user("city.officer")))
                .andExpect(status().isUnprocessableEntity());
        http.perform(post("/inspections/{id}/draw", inspection.id())
                        .with(csrf())
                        .with(user("city.officer"))
                        .param("reason", "抽中单位停业"))
                .andExpect(redirectedUrl("/inspections/" + inspection.id()));
        assertThat(draws.of(inspection.id())).hasSize(2);
        http.perform(post("/inspections/{id}/cancel", inspection.id())
                        .with(csrf())
                        .with(user("city.officer")))
                .andExpect(status().isUnprocessableEntity());
        http.perform(post("/inspections/{id}/cancel", inspection.id())
                        .with(csrf())
                        .with(user("city.officer"))
                        .param("reason", "重复"))
                .andExpect(redirectedUrl("/inspections/" + inspection.id()));
        assertThat(stage.now(inspection.id()).state()).isEqualTo(InspectionState.CANCELLED);
        opens("/inspections/" + inspection.id(), "city.officer");
    }

    @Test
    void aVisitIsFilledInWithPhotosAndHandedIn() throws Exception {
        Inspection inspection = stage.visiting(WEEK, OBJECT);
        Visit visit = stage.visits(inspection).get(0);
        String page = "/inspections/visits/" + visit.id();
        MockMultipartFile photo = new MockMultipartFile("evidence-guide-held", "现场.jpg", "text/html", photo());
        MockMultipartFile wrong = new MockMultipartFile(
                "evidence-guide-known", "现场.jpg", "image/jpeg", "<script>alert(1)</script>".getBytes());

        http.perform(sending(page)
                        .file(photo)
                        .with(user(visit.inspectors().get(1)))
                        .param("answer-guide-held", "PROBLEM")
                        .param("note-guide-held", "只有旧版本"))
                .andExpect(redirectedUrl(page));
        http.perform(sending(page)
                        .file(wrong)
                        .with(user(visit.inspectors().get(0)))
                        .param("answer-guide-known", "OK"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("只能上传")));
        http.perform(sending(page)
                        .with(user(visit.inspectors().get(0)))
                        .param("answer-rules-written", "PROBLEM")
                        .param("note-rules-written", "请致电 19900000001"))
                .andExpect(status().isUnprocessableEntity());
        http.perform(sending(page).with(user(visit.inspectors().get(0))).param("finish", "true"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("尚未填写"), containsString("由什么岗位的人员陪同"))));

        UUID kept = evidence.of(visit.id()).get(0).id();
        http.perform(get(page + "/evidence/" + kept).with(user("150524.h1")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/jpeg"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        isUnknown(page + "/evidence/" + kept, "150523.officer", "150524.h2");

        MockMultipartHttpServletRequestBuilder whole = sending(page);
        whole.with(user(visit.inspectors().get(0)));
        inspection.checklist().items().stream()
                .filter(item -> !item.code().equals("guide-held"))
                .forEach(item -> whole.param("answer-" + item.code(), "OK"));
        http.perform(whole.param("finish", "true").param("receivedBy", "院办主任")).andExpect(redirectedUrl(page));

        Visit done = stage.visits(inspection).get(0);
        assertThat(done.state()).isEqualTo(VisitState.DONE);
        assertThat(done.score()).isEqualByComparingTo("90.0");
        assertThat(done.passed()).isTrue();
        http.perform(get(page).with(user("150524.h1")))
                .andExpect(content().string(allOf(containsString("90.0"), containsString("只有旧版本"))));
        opens("/inspections/visits?mine=true", "inspector");
    }

    @Test
    void theApiTellsThePlanRepeatsTheDrawAndTakesTheInspectorsResult() throws Exception {
        Inspection inspection = stage.visiting(WEEK, OBJECT);
        Visit visit = stage.visits(inspection).get(0);
        UUID draw = draws.of(inspection.id()).get(0).id();
        http.perform(get("/api/v1/inspections?state=VISITING").with(httpBasic("city.officer", "sifang-demo")))
                .andExpect(jsonPath("$.items[0].id").value(inspection.id().toString()));
        http.perform(get("/api/v1/inspections/{id}/draws/{draw}/repetition", inspection.id(), draw)
                        .with(httpBasic("city.officer", "sifang-demo")))
                .andExpect(jsonPath("$.same").value(true))
                .andExpect(jsonPath("$.repeated[0].organization").value(OBJECT));
        http.perform(get("/api/v1/inspections/{id}", inspection.id()).with(httpBasic("150524.officer", "sifang-demo")))
                .andExpect(status().isNotFound());
        http.perform(get("/api/v1/inspections")).andExpect(status().isUnauthorized());
        String result = "/api/v1/inspections/visits/" + visit.id() + "/result";
        String answers = inspection.checklist().items().stream()
                .map(item -> "\"%s\": {\"answer\": \"OK\"}".formatted(item.code()))
                .collect(java.util.stream.Collectors.joining(", "));
        String body = "{\"answers\": {%s}, \"receivedBy\": \"院办主任\", \"finish\": true}".formatted(answers);
        http.perform(post(result)
                        .contentType("application/json")
                        .content(body)
                        .with(httpBasic("city.officer", "sifang-demo")))
                .andExpect(status().isForbidden());
        http.perform(post(result)
                        .contentType("application/json")
                        .content("{\"finish\": true}")
                        .with(httpBasic("inspector", "sifang-demo")))
                .andExpect(status().isUnprocessableEntity());
        http.perform(post(result)
                        .contentType("application/json")
                        .content(body)
                        .with(httpBasic("inspector", "sifang-demo")))
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.score").value(100.0));
        String task = jdbc.sql("select id from work_item where subject = :id and completed_at is null")
                .param("id", inspection.id())
                .query(String.class)
                .single();
        http.perform(get("/tasks/" + task).with(user("city.leader")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/inspections/visits/" + visit.id())));
    }

    private static MockMultipartHttpServletRequestBuilder sending(String page) {
        MockMultipartHttpServletRequestBuilder request = multipart(HttpMethod.POST, page);
        request.with(csrf());
        return request;
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }
}
