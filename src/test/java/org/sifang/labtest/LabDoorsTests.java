package org.sifang.labtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sifang.SifangTest;
import org.sifang.isolation.TestResult;
import org.sifang.labtest.LabStage.Somebody;
import org.sifang.worklist.Tasks;
import org.sifang.worklist.WorkItem;
import org.sifang.worklist.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Laboratories through their doors: the API, the pages, the sheets and the forms, and who gets in. */
@SifangTest
@ExtendWith(OutputCaptureExtension.class)
class LabDoorsTests {

    private static final String PASSWORD = "sifang-demo";
    private static final String OWN = "150502.l1";
    private static final String OTHER = "150521.l1";

    @Autowired
    MockMvc http;

    @Autowired
    LabStage stage;

    @Autowired
    LabTests tests;

    @Autowired
    Tasks tasks;

    @Autowired
    WorkItems work;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private ResultActions send(String by, String body) throws Exception {
        return http.perform(post("/api/v1/lab-results")
                .with(httpBasic(by, PASSWORD))
                .header("Accept-Language", "zh-CN")
                .contentType("application/json")
                .content(body));
    }

    private String json(String idNumber, String result) {
        return "{\"idNumber\":\"%s\",\"result\":\"%s\",\"testedAt\":\"%s\",\"laboratory\":\"150502-L1\"}"
                .formatted(idNumber, result, offset(stage.now()));
    }

    private static String offset(Instant at) {
        return at.atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime().toString();
    }

    private static String local(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
                .withZone(ZoneId.of("Asia/Shanghai"))
                .format(at);
    }

    @Test
    void resultsComeInSinglyAndAsAList(CapturedOutput output) throws Exception {
        Somebody one = stage.found();
        Somebody another = stage.found();
        stage.ordered(one);
        stage.ordered(another);
        String unknown = LabStage.freshNumber();

        send(OWN, json(one.idNumber(), "NEGATIVE"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.unmatched").value(0))
                .andExpect(jsonPath("$.duplicates").value(0));
        send(
                        "api",
                        "[%s,%s,%s]"
                                .formatted(
                                        json(one.idNumber(), "NEGATIVE"),
                                        json(another.idNumber(), "NEGATIVE"),
                                        json(unknown, "POSITIVE")))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.unmatched").value(1))
                .andExpect(jsonPath("$.duplicates").value(1));

        http.perform(get("/api/v1/cases/" + one.caseId()).with(httpBasic("150502.officer", PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("TESTED"))
                .andExpect(jsonPath("$.tests[0].result").value("NEGATIVE"))
                .andExpect(jsonPath("$.tests[0].laboratory").value("150502-L1"))
                .andExpect(jsonPath("$.tests[0].paidBy").value("SELF"))
                .andExpect(jsonPath("$.tests[0].testedAt").value(containsString("+08:00")));
        assertThat(output.getAll()).doesNotContain(one.idNumber(), unknown);
    }

    @Test
    void everythingWrongWithAListIsSaidAtOnceAndNothingIsTaken() throws Exception {
        Somebody somebody = stage.found();
        LabTest test = stage.ordered(somebody);
        String bad =
                "[%s,{\"idNumber\":\"150502199001010011\",\"result\":\"maybe\",\"testedAt\":\"gestern\",\"laboratory\":\"x\"},{}]"
                        .formatted(json(somebody.idNumber(), "NEGATIVE"));

        send(OWN, bad)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.faults[*].path")
                        .value(org.hamcrest.Matchers.contains(
                                "[1].idNumber",
                                "[1].result",
                                "[1].testedAt",
                                "[1].laboratory",
                                "[2].idNumber",
                                "[2].result",
                                "[2].testedAt")));
        send(OWN, "{}").andExpect(jsonPath("$.faults[0].path").value("idNumber"));
        send(OWN, "\"nothing\"").andExpect(status().isUnprocessableEntity());
        assertThat(tests.require(test.id()).state()).isEqualTo(TestState.ORDERED);
    }

    @Test
    void onlyThoseWhoSpeakForALaboratorySendItsResults() throws Exception {
        String body = json(LabStage.freshNumber(), "NEGATIVE");
        for (String own : List.of(OWN, "150502.health", "150500.health", "api")) {
            send(own, json(LabStage.freshNumber(), "NEGATIVE")).andExpect(status().isAccepted());
        }
        for (String stranger : List.of(OTHER, "lab", "150521.health", "150521.officer")) {
            send(stranger, body).andExpect(status().isNotFound());
        }
        for (String reader : List.of("150502.officer", "city.leader", "supervisor")) {
            send(reader, body).andExpect(status().isForbidden());
        }
        http.perform(post("/api/v1/lab-results").contentType("application/json").content(body))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void aCorrectionComesThroughTheApiToo() throws Exception {
        LabTest test = stage.recorded(stage.inLaboratory(), TestResult.NEGATIVE);
        String path = "/api/v1/lab-results/" + test.id() + "/correction";
        String body = "{\"result\":\"POSITIVE\",\"reason\":\"复核发现录入错误\"}";

        for (String stranger : List.of(OTHER, "150521.officer")) {
            http.perform(post(path)
                            .with(httpBasic(stranger, PASSWORD))
                            .contentType("application/json")
                            .content(body))
                    .andExpect(status().isNotFound());
        }
        http.perform(post(path)
                        .with(httpBasic("supervisor", PASSWORD))
                        .contentType("application/json")
                        .content(body))
                .andExpect(status().isForbidden());
        http.perform(post(path)
                        .with(httpBasic(OWN, PASSWORD))
                        .contentType("application/json")
                        .content("{}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.faults[0].path").value("result"));
        http.perform(post(path)
                        .with(httpBasic(OWN, PASSWORD))
                        .contentType("application/json")
                        .content(body))
                .andExpect(status().isNoContent());
        http.perform(post(path)
                        .with(httpBasic(OWN, PASSWORD))
                        .contentType("application/json")
                        .content(body))
                .andExpect(status().isConflict());

        assertThat(tests.require(test.id()).result()).isEqualTo(TestResult.POSITIVE);
    }

    @Test
    void theFormsOfTheModelCarryATestFromSampleToResult() {
        LabTest test = stage.ordered(stage.found());
        String sample = LabStage.freshSample();

        complete(
                test,
                "150502.officer",
                Map.of(
                        "sampledAt",
                        local(stage.now()),
                        "sample",
                        sample,
                        "laboratory",
                        "150502-L1",
                        "exempt",
                        true,
                        "exemptReason",
                        "低保户"));
        LabTest sampled = tests.require(test.id());
        assertThat(sampled.sample()).isEqualTo(sample);
        assertThat(sampled.exemption()).isNotNull();
        complete(test, OWN, Map.of("deliveredAt", local(stage.now())));
        complete(test, OWN, Map.of("result", "NEGATIVE", "testedAt", local(stage.now())));

        assertThat(tests.require(test.id()).result()).isEqualTo(TestResult.NEGATIVE);
    }

    private void complete(LabTest test, String by, Map<String, Object> values) {
        String task = work.ofSubject(test.id()).stream()
                .filter(WorkItem::open)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(tasks.open(task, stage.actor(by)).data()).isNotNull();
        tasks.complete(task, values, stage.actor(by));
    }

    @Test
    void theLaboratoryWorksItsListOnThePage() throws Exception {
        Somebody somebody = stage.found();
        LabTest test = stage.sampled(stage.ordered(somebody));

        http.perform(get("/lab?list=transit").with(user(OWN)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(String.valueOf(test.sample()))))
                .andExpect(content().string(containsString("测***")))
                .andExpect(content().string(not(containsString(somebody.idNumber()))));
        http.perform(post("/lab/receive")
                        .param("list", "transit")
                        .param("tests", test.id().toString())
                        .with(user(OWN))
                        .with(csrf()))
                .andExpect(redirectedUrl("/lab?list=transit"));
        http.perform(post("/lab/results")
                        .param("list", "waiting")
                        .param("tests", test.id().toString())
                        .param("result", "POSITIVE")
                        .param("testedAt", local(stage.now()))
                        .with(user(OWN))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("阳性结果须先复核")));
        http.perform(post("/lab/results")
                        .param("list", "waiting")
                        .param("tests", test.id().toString())
                        .param("result", "NEGATIVE")
                        .param("testedAt", local(stage.now()))
                        .with(user(OWN))
                        .with(csrf()))
                .andExpect(redirectedUrl("/lab?list=waiting"));
        http.perform(post("/lab/tests/" + test.id() + "/correct")
                        .param("result", "POSITIVE")
                        .param("reason", "复核发现录入错误")
                        .with(user(OWN))
                        .with(csrf()))
                .andExpect(redirectedUrl("/lab/tests/" + test.id()));
        for (String list : List.of("today", "corrected")) {
            http.perform(get("/lab").param("list", list).with(user(OWN)))
                    .andExpect(content().string(containsString(String.valueOf(test.sample()))));
        }
        http.perform(get("/lab/tests/" + test.id()).with(user(OWN)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("更正，原为阴性")))
                .andExpect(content().string(containsString("复核发现录入错误")));
        http.perform(get("/cases/" + somebody.caseId()).with(user("150502.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("由阴性更正为阳性")));
    }

    @Test
    void whatIsEmptySaysSoAndOtherPagesOpen() throws Exception {
        for (String list : List.of("waiting", "transit", "overdue", "today", "corrected", "nonsense")) {
            http.perform(get("/lab").param("list", list).with(user("150525.l1")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("class=\"empty\"")));
        }
        for (String page : List.of("/lab", "/lab/pools", "/lab/unmatched", "/lab/upload")) {
            http.perform(get(page).with(user("150525.l1")).header("Accept-Language", "zh-CN"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void otherLaboratoriesAndOtherCountiesSeeNothingOfIt() throws Exception {
        LabTest test = stage.inLaboratory();
        String tube = LabStage.freshSample();
        LabTest pooled = stage.sampled(stage.ordered(stage.found()), tube, true);
        String testPage = "/lab/tests/" + test.id();
        String poolPage = "/lab/pools/" + pooled.pool();
        for (String reader : List.of(OWN, "150502.health", "150502.officer", "city.officer", "supervisor")) {
            http.perform(get(testPage).with(user(reader))).andExpect(status().isOk());
            http.perform(get(poolPage).with(user(reader))).andExpect(status().isOk());
            http.perform(get("/lab").with(user(reader))).andExpect(status().isOk());
        }
        for (String stranger : List.of(OTHER, "lab", "150521.officer", "150521.health")) {
            http.perform(get(testPage).with(user(stranger))).andExpect(status().isNotFound());
            http.perform(get(poolPage).with(user(stranger))).andExpect(status().isNotFound());
            http.perform(get("/lab").with(user(stranger)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(String.valueOf(test.sample())))));
            for (String deed : List.of(testPage + "/result", testPage + "/correct", testPage + "/exempt")) {
                http.perform(deed(deed).with(user(stranger)).with(csrf())).andExpect(status().isNotFound());
            }
            http.perform(deed(poolPage + "/result").with(user(stranger)).with(csrf()))
                    .andExpect(status().isNotFound());
            http.perform(deed("/lab/results")
                            .param("tests", test.id().toString())
                            .with(user(stranger))
                            .with(csrf()))
                    .andExpect(status().isNotFound());
        }
        for (String reader : List.of("city.officer", "supervisor", "150502.officer")) {
            http.perform(deed(testPage + "/result").with(user(reader)).with(csrf()))
                    .andExpect(status().isForbidden());
            http.perform(deed(poolPage + "/result").with(user(reader)).with(csrf()))
                    .andExpect(status().isForbidden());
            http.perform(get("/lab/upload").with(user(reader))).andExpect(status().isForbidden());
        }
        http.perform(deed(testPage + "/exempt").with(user("city.officer")).with(csrf()))
                .andExpect(status().isForbidden());
        http.perform(deed(testPage + "/exempt").with(user("150502.officer")).with(csrf()))
                .andExpect(redirectedUrl("/cases/" + test.caseId()));
        for (String page : List.of("/lab", testPage, poolPage, "/lab/pools", "/lab/unmatched", "/lab/upload")) {
            http.perform(get(page)).andExpect(redirectedUrl("/login"));
        }
        assertThat(tests.require(test.id()).state()).isEqualTo(TestState.DELIVERED);
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder deed(String path) {
        return post(path)
                .param("result", "NEGATIVE")
                .param("testedAt", local(stage.now()))
                .param("reason", "按规定办理");
    }

    @Test
    void theQueueIsMaskedAndSettledByItsLaboratory() throws Exception {
        String number = LabStage.freshNumber();
        send(OWN, json(number, "NEGATIVE"));
        UUID id = jdbc.sql("select id from lab_unmatched where laboratory = '150502-L1' order by id desc limit 1")
                .query(UUID.class)
                .single();

        http.perform(get("/lab/unmatched").with(user(OWN)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(id.toString())))
                .andExpect(content().string(not(containsString(number))));
        http.perform(get("/lab/unmatched").with(user(OTHER)))
                .andExpect(content().string(not(containsString(id.toString()))));
        for (String deed : List.of("/match", "/drop")) {
            http.perform(post("/lab/unmatched/" + id + deed)
                            .param("number", number)
                            .param("reason", "外地人员")
                            .with(user(OTHER))
                            .with(csrf()))
                    .andExpect(status().isNotFound());
        }
        http.perform(post("/lab/unmatched/" + id + "/match")
                        .param("number", number)
                        .with(user(OWN))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(not(containsString(number))));
        http.perform(post("/lab/unmatched/" + id + "/drop")
                        .param("reason", "外地人员，已转告")
                        .with(user(OWN))
                        .with(csrf()))
                .andExpect(redirectedUrl("/lab/unmatched"));
    }

    @Test
    void aSheetIsTakenRowByRow() throws Exception {
        Somebody one = stage.found();
        LabTest test = stage.ordered(one);
        String sheet = String.join(
                "\r\n",
                "某某实验室检测结果",
                "样本编号,身份证号,检测结果,检测时间",
                "," + one.idNumber() + ",阴性," + local(stage.now()).replace('T', ' '),
                "," + LabStage.freshNumber() + ",阳性," + local(stage.now()).replace('T', ' '),
                ",150502199001010011,不知道,",
                ",,,");
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            boolean first = charset.equals(StandardCharsets.UTF_8);
            http.perform(multipart("/lab/upload")
                            .file(new MockMultipartFile("file", "结果.csv", "text/csv", sheet.getBytes(charset)))
                            .with(user(OWN))
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("第 5 行")))
                    .andExpect(content().string(containsString("检测时间未填写")))
                    .andExpect(content().string(not(containsString(one.idNumber()))))
                    .andExpect(result -> assertThat(receipt(result.getModelAndView()))
                            .isEqualTo(first ? new Receipt(1, 1, 0) : new Receipt(0, 0, 2)));
        }
        assertThat(tests.results(List.of(test.id())).get(test.id()))
                .extracting(RecordedResult::source)
                .containsExactly(Source.SHEET);
        http.perform(multipart("/lab/upload")
                        .file(new MockMultipartFile(
                                "file", "x.csv", "text/csv", "姓名,年龄".getBytes(StandardCharsets.UTF_8)))
                        .with(user(OWN))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("没有找到表头")));
    }

    private static Object receipt(org.springframework.web.servlet.ModelAndView page) {
        assertThat(page).isNotNull();
        return page.getModel().get("sheet") instanceof ResultSheets.Sheet sheet ? sheet.receipt() : "";
    }
}
