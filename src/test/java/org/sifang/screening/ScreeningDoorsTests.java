package org.sifang.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sifang.SifangTest;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.notice.DefinitionReader;
import org.sifang.notice.NoticeDefinition;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeLibrary;
import org.sifang.notice.PreparedCopy;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.sifang.person.IdentityNumbers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Screening through its doors: the API and the pages, and who gets in. */
@SifangTest
@ExtendWith(OutputCaptureExtension.class)
class ScreeningDoorsTests {

    /** Everybody of this test has numbers of his own: the database is shared. */
    private static final AtomicInteger NUMBERS = new AtomicInteger(700_000);

    private static final String PASSWORD = "sifang-demo";

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    @Autowired
    NoticeDesk desk;

    @Autowired
    Actors actors;

    @Autowired
    Journal journal;

    private UUID notice = new UUID(0, 0);

    @BeforeEach
    void issueANotice() {
        NoticeDefinition copy = PreparedCopy.of(
                new NoticeLibrary(new DefinitionReader()).definition(NoticeLibrary.TONGLIAO_2020),
                clock.instant(),
                clock.getZone());
        NoticeDefinition unnumbered = new NoticeDefinition(
                null,
                copy.title(),
                copy.issuer(),
                copy.issuedAt(),
                null,
                copy.clauses(),
                copy.categories(),
                copy.measures(),
                copy.obligations(),
                copy.ladders());
        Actor leader = actors.byUsername("city.leader");
        notice = desk.draft(unnumbered, leader).id();
        desk.issueAtOnce(notice, leader);
    }

    @Test
    void aSheetGoesInAndItsPeopleComeOutMasked() throws Exception {
        int number = NUMBERS.getAndIncrement();
        JsonNode done = imported("150502.officer", "150502", sheet(person(number, "测试某某"), faulty()));

        assertThat(done.path("state").asText()).isEqualTo("DONE");
        assertThat(done.path("rows").asInt()).isEqualTo(2);
        assertThat(done.path("created").asInt()).isEqualTo(1);
        assertThat(done.path("rejected").asInt()).isEqualTo(1);
        JsonNode cases = read(
                get("/api/v1/cases").param("notice", notice.toString()).param("organisation", "150502"),
                "150502.officer");
        assertThat(cases.path("total").asInt()).isEqualTo(1);
        JsonNode found = cases.path("items").get(0);
        assertThat(found.path("name").asText()).isEqualTo("测***");
        assertThat(found.path("idNumber").asText()).matches("150502\\*{8}\\d{3}[\\dX]");
        assertThat(found.path("phone").asText()).isEqualTo("199****0001");
        assertThat(found.path("state").asText()).isEqualTo("FOUND");
        assertThat(found.path("category").asText()).isEqualTo("QD-STAY");
        assertThat(found.has("isolation")).isTrue();
        assertThat(read(get("/api/v1/cases/" + found.path("id").asText()), "city.officer")
                        .path("name")
                        .asText())
                .isEqualTo("测***");
    }

    @Test
    void revealingNeedsAReasonTheRightOrganisationAndLeavesATrace() throws Exception {
        imported("150502.officer", "150502", sheet(person(NUMBERS.getAndIncrement(), "测试某某")));
        String id = read(get("/api/v1/cases").param("notice", notice.toString()), "150502.officer")
                .path("items")
                .get(0)
                .path("id")
                .asText();
        String reveal = "/api/v1/cases/" + id + "/reveal";

        http.perform(post(reveal)
                        .with(httpBasic("150502.officer", PASSWORD))
                        .contentType("application/json")
                        .content("{\"reason\":\"电话核实行程\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("测试某某"))
                .andExpect(jsonPath("$.masked").value(false));
        http.perform(post(reveal)
                        .with(httpBasic("150502.officer", PASSWORD))
                        .contentType("application/json")
                        .content("{}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.faults[0].path").value("reason"));
        String body = "{\"reason\":\"看看\"}";
        http.perform(post(reveal)
                        .with(httpBasic("city.officer", PASSWORD))
                        .contentType("application/json")
                        .content(body))
                .andExpect(status().isForbidden());
        http.perform(post(reveal)
                        .with(httpBasic("150521.officer", PASSWORD))
                        .contentType("application/json")
                        .content(body))
                .andExpect(status().isNotFound());
        http.perform(post(reveal)
                        .with(httpBasic("150502.health", PASSWORD))
                        .contentType("application/json")
                        .content(body))
                .andExpect(status().isNotFound());
        http.perform(post(reveal).contentType("application/json").content(body)).andExpect(status().isUnauthorized());

        assertThat(journal.allAbout(id))
                .extracting(JournalEntryView::action)
                .filteredOn(action -> !action.equals("case.opened"))
                .containsExactly("case.found", "person.revealed");
    }

    @Test
    void importsAndTheirRejectedRowsKeepToPlaceLineAndRole() throws Exception {
        JsonNode done =
                imported("150502.officer", "150502", sheet(person(NUMBERS.getAndIncrement(), "测试某某"), faulty()));
        String path = "/api/v1/screening/imports/" + done.path("id").asText();

        for (String reader : List.of("150502.officer", "150502.leader", "city.officer", "supervisor")) {
            http.perform(get(path).with(httpBasic(reader, PASSWORD))).andExpect(status().isOk());
        }
        for (String stranger : List.of("150521.officer", "150502.health", "lab")) {
            http.perform(get(path).with(httpBasic(stranger, PASSWORD))).andExpect(status().isNotFound());
            http.perform(get(path + "/rejected").with(httpBasic(stranger, PASSWORD)))
                    .andExpect(status().isNotFound());
        }
        http.perform(get(path)).andExpect(status().isUnauthorized());
        http.perform(get(path + "/rejected").with(httpBasic("150502.leader", PASSWORD)))
                .andExpect(status().isOk());
        http.perform(get(path + "/rejected").with(httpBasic("city.officer", PASSWORD)))
                .andExpect(status().isForbidden());
        http.perform(get(path + "/rejected").with(httpBasic("supervisor", PASSWORD)))
                .andExpect(status().isForbidden());
        assertThat(journal.allAbout(done.path("id").asText()))
                .extracting(JournalEntryView::action)
                .containsExactly("import.uploaded", "import.finished", "import.rejected-taken");
        upload("supervisor", "150502", sheet(faulty())).andExpect(status().isForbidden());
        upload("150521.officer", "150502", sheet(faulty())).andExpect(status().isNotFound());
        upload("150502.health", "150502", sheet(faulty())).andExpect(status().isNotFound());
        upload("api", "150502", sheet(faulty())).andExpect(status().isAccepted());
    }

    @Test
    void theRejectedRowsComeBackInTheSameColumnsAndCanBeSentAgain() throws Exception {
        List<String> bad = new ArrayList<>(faulty());
        bad.set(5, "=HYPERLINK(\"http://example.invalid\")");
        JsonNode done = imported("150502.officer", "150502", sheet(person(NUMBERS.getAndIncrement(), "测试某某"), bad));

        byte[] rejected = http.perform(
                        get("/api/v1/screening/imports/" + done.path("id").asText() + "/rejected")
                                .with(httpBasic("150502.officer", PASSWORD))
                                .header("Accept-Language", "zh-CN"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        try (OpenSheet sheet = SheetFile.open(rejected)) {
            List<String> headings = new ArrayList<>(Workbooks.HEADINGS);
            headings.addAll(List.of("Excel 行号", "原因"));
            assertThat(sheet.header().headings()).isEqualTo(headings);
            SheetRow row = sheet.next();
            assertThat(row).isNotNull();
            if (row != null) {
                assertThat(row.cell(5))
                        .isEqualTo(new SheetCell(SheetCell.Kind.TEXT, "=HYPERLINK(\"http://example.invalid\")"));
                assertThat(row.cell(7).text()).isEqualTo("3");
                assertThat(row.cell(8).text()).contains("性别应填写", "联系方式格式不对", "；");
            }
            assertThat(sheet.next()).isNull();
        }
        JsonNode again = imported("150502.officer", "150502", rejected);
        assertThat(again.path("rejected").asInt()).isEqualTo(1);
        byte[] twice = http.perform(
                        get("/api/v1/screening/imports/" + again.path("id").asText() + "/rejected")
                                .with(httpBasic("150502.officer", PASSWORD))
                                .header("Accept-Language", "zh-CN"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (OpenSheet sheet = SheetFile.open(twice)) {
            assertThat(sheet.header().headings()).hasSize(9);
        }
    }

    @Test
    void whatCannotBeReadIsRefusedWithEveryReason() throws Exception {
        upload("150502.officer", "150502", Workbooks.of(List.of(List.of("姓名", "性别", "年龄"), List.of("某"))))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.faults.length()").value(5))
                .andExpect(jsonPath("$.faults[0].message").value(containsString("身份证号")));
        upload("150502.officer", "150502", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.faults[0].code").value("fault.screening.file.type"));
        http.perform(multipart("/api/v1/screening/imports")
                        .param("notice", notice.toString())
                        .with(httpBasic("150502.officer", PASSWORD)))
                .andExpect(status().isBadRequest());
        http.perform(multipart("/api/v1/screening/imports")
                        .file(file(sheet(faulty())))
                        .param("notice", "没有的通知")
                        .with(httpBasic("150502.officer", PASSWORD)))
                .andExpect(status().isNotFound());
        desk.lift(notice, "疫情形势平稳", actors.byUsername("city.leader"));
        upload("150502.officer", "150502", sheet(faulty())).andExpect(status().isConflict());
    }

    @Test
    void thePagesShowMasksTakeSheetsAndKeepStrangersOut(CapturedOutput output) throws Exception {
        int number = NUMBERS.getAndIncrement();
        http.perform(get("/screening").with(user("150502.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("multipart/form-data")))
                .andExpect(content().string(containsString("/screening/template.xlsx?notice=")));
        String location = http.perform(multipart("/screening/imports")
                        .file(file(sheet(person(number, "测试某某"), faulty())))
                        .param("notice", notice.toString())
                        .param("organisation", "150502")
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrlPattern("/screening/imports/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(location).isNotNull();
        String path = String.valueOf(location);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> http.perform(get(path).with(user("150502.officer")))
                        .andExpect(content().string(containsString("已全部处理"))));
        http.perform(get(path).with(user("150502.officer")).header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("第 3 行")))
                .andExpect(content().string(not(containsString("<html"))));
        http.perform(get("/cases").param("notice", notice.toString()).with(user("150502.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("测***")))
                .andExpect(content().string(not(containsString("测试某某"))))
                .andExpect(content().string(not(containsString(IdentityNumbers.of(number)))));
        String id = read(get("/api/v1/cases").param("notice", notice.toString()), "150502.officer")
                .path("items")
                .get(0)
                .path("id")
                .asText();
        http.perform(get("/cases/" + id).with(user("150502.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("测试某某"))));
        http.perform(post("/cases/" + id + "/reveal")
                        .param("reason", "电话核实")
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("测试某某")))
                .andExpect(content().string(containsString(IdentityNumbers.of(number))));
        http.perform(post("/cases/search")
                        .param("number", IdentityNumbers.of(number))
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + id));
        http.perform(post("/cases/search")
                        .param("number", IdentityNumbers.of(number))
                        .with(user("150521.officer"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases"));
        http.perform(get("/cases/" + id).with(user("150521.officer"))).andExpect(status().isNotFound());
        http.perform(get(path).with(user("150521.officer"))).andExpect(status().isNotFound());
        http.perform(get("/cases")).andExpect(status().is3xxRedirection());
        http.perform(get("/screening")).andExpect(status().is3xxRedirection());
        http.perform(multipart("/screening/imports")
                        .file(file("%PDF".getBytes(StandardCharsets.UTF_8)))
                        .param("notice", notice.toString())
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("不是可识别的表格文件")));
        assertThat(output.getAll()).doesNotContain("测试某某", IdentityNumbers.of(number), "19900000001", "示例街道");
    }

    @Test
    void aWrongNameIsPutRightAndKeysAreTheBusinessOfAdministrators() throws Exception {
        imported("150502.officer", "150502", sheet(person(NUMBERS.getAndIncrement(), "另一人")));
        String id = read(get("/api/v1/cases").param("notice", notice.toString()), "150502.officer")
                .path("items")
                .get(0)
                .path("id")
                .asText();
        String body = "{\"name\":\"测试某\",\"reason\":\"核对身份证原件\"}";
        http.perform(post("/api/v1/cases/" + id + "/name")
                        .with(httpBasic("150502.officer", PASSWORD))
                        .contentType("application/json")
                        .content(body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("测**"));
        http.perform(post("/api/v1/cases/" + id + "/name")
                        .with(httpBasic("150502.officer", PASSWORD))
                        .contentType("application/json")
                        .content("{\"name\":\"1\",\"reason\":\"核对\"}"))
                .andExpect(status().isUnprocessableEntity());
        http.perform(post("/api/v1/cases/" + id + "/name")
                        .with(httpBasic("city.officer", PASSWORD))
                        .contentType("application/json")
                        .content(body))
                .andExpect(status().isForbidden());
        http.perform(post("/cases/" + id + "/name")
                        .param("name", "测试某某")
                        .param("reason", "核对身份证原件")
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + id));
        http.perform(post("/api/v1/person-keys/rotation").with(httpBasic("150502.officer", PASSWORD)))
                .andExpect(status().isForbidden());
        http.perform(post("/api/v1/person-keys/rotation").with(httpBasic("admin", PASSWORD)))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.pending").isNumber());
        assertThat(read(get("/api/v1/cases/" + id), "150502.officer")
                        .path("name")
                        .asText())
                .isEqualTo("测***");
    }

    @Test
    void theEmptySheetTakesTheNoticesCategories() throws Exception {
        byte[] template = http.perform(get("/screening/template.xlsx")
                        .param("notice", notice.toString())
                        .with(user("150502.officer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        Header header = Header.in(first(template)).orElseThrow();
        assertThat(header.isComplete()).isTrue();
        assertThat(header.columns()).containsKey(Column.DOCUMENT_TYPE);
    }

    private static SheetRow first(byte[] workbook) throws Exception {
        try (var open = new org.dhatim.fastexcel.reader.ReadableWorkbook(new java.io.ByteArrayInputStream(workbook))) {
            return new SheetRow(
                    1,
                    open.getFirstSheet().read().get(0).stream()
                            .map(cell -> SheetCell.text(cell.getText()))
                            .toList(),
                    false);
        }
    }

    private JsonNode imported(String username, String organization, byte[] content) throws Exception {
        String answer = upload(username, organization, content)
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = json.readTree(answer).path("id").asText();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !read(get("/api/v1/screening/imports/" + id), username)
                        .path("state")
                        .asText()
                        .equals("RUNNING"));
        return read(get("/api/v1/screening/imports/" + id), username);
    }

    private ResultActions upload(String username, String organization, byte[] content) throws Exception {
        return http.perform(multipart("/api/v1/screening/imports")
                .file(file(content))
                .param("notice", notice.toString())
                .param("organisation", organization)
                .with(httpBasic(username, PASSWORD)));
    }

    private JsonNode read(MockHttpServletRequestBuilder request, String username) throws Exception {
        return json.readTree(http.perform(request.with(httpBasic(username, PASSWORD)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static MockMultipartFile file(byte[] content) {
        return new MockMultipartFile("file", "人员.xlsx", "application/octet-stream", content);
    }

    private static byte[] sheet(List<String> first, List<String> second) {
        return Workbooks.of(List.of(Workbooks.HEADINGS, first, second));
    }

    private static byte[] sheet(List<String> only) {
        return Workbooks.of(List.of(Workbooks.HEADINGS, only));
    }

    private List<String> person(int number, String name) {
        List<String> row = new ArrayList<>(SheetImportTests.person(number, "19900000001"));
        LocalDate birth = LocalDate.of(1950, 1, 1).plusDays(number / 1_000);
        row.set(0, name);
        row.set(2, Integer.toString(birth.until(LocalDate.now(clock)).getYears()));
        return row;
    }

    private static List<String> faulty() {
        return List.of("李某", "?", "30", IdentityNumbers.of(1), "12345", "示例街道9号", "青岛旅居");
    }
}
