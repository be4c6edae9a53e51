package org.sifang.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sifang.SifangTest;
import org.sifang.notice.CaseFile;
import org.sifang.notice.Category;
import org.sifang.notice.DefinitionReader;
import org.sifang.notice.NoticeDefinition;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeLibrary;
import org.sifang.notice.NoticeView;
import org.sifang.notice.PreparedCopy;
import org.sifang.notice.SmallNotice;
import org.sifang.person.IdentityNumbers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The public page: open to strangers, and telling them nothing. */
@SifangTest
@ExtendWith(OutputCaptureExtension.class)
class DeclareDoorsTests {

    private static final String COUNTY = "150526";
    private static final AtomicInteger NUMBERS = new AtomicInteger(890_000);
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
    private static final Pattern PAGE = Pattern.compile("name=\"page\" value=\"([0-9a-f]{32})\"");

    @Autowired
    MockMvc http;

    @Autowired
    CaseFile file;

    @Autowired
    DeclarationIntake intake;

    @Autowired
    NoticeDesk desk;

    @Autowired
    JdbcClient jdbc;

    private UUID notice = new UUID(0, 0);

    @BeforeEach
    void issue() {
        NoticeView issued = file.issue(SmallNotice.to(COUNTY).due(file.now().plus(Duration.ofDays(60))));
        notice = issued.id();
    }

    @AfterEach
    void end() {
        file.close();
    }

    private static String number() {
        return IdentityNumbers.of(NUMBERS.getAndIncrement());
    }

    private Map<String, String> somebody(String number) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "page", "0123456789abcdef0123456789abcdef",
                "name", "测试报备",
                "sex", Integer.parseInt(number.substring(16, 17)) % 2 == 1 ? "男" : "女",
                "documentType", "ID_CARD",
                "document", number,
                "phone", "19900000005",
                "address", "扎鲁特旗第一示例社区5号楼",
                "category", "T-1",
                "county", COUNTY,
                "since", "2027-02-20"));
        fields.put("where", "从示例市返回");
        fields.put("age", Integer.toString(2027 - Integer.parseInt(number.substring(6, 10))));
        fields.put("website", "");
        return fields;
    }

    private MockHttpServletRequestBuilder sent(Map<String, String> fields) {
        MockHttpServletRequestBuilder request = post("/declare/{notice}", notice)
                .with(csrf().asHeader())
                .with(from -> {
                    from.setRemoteAddr("198.51.100." + ADDRESSES.incrementAndGet());
                    return from;
                });
        fields.forEach(request::param);
        return request;
    }

    private String declared(Map<String, String> fields) throws Exception {
        String page = http.perform(sent(fields))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher code = CODE.matcher(page);
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private void taken() {
        await().until(() -> {
            intake.takeUp();
            return jdbc.sql("select count(*) from declaration where notice = :notice and state = 'RECEIVED'")
                            .param("notice", notice)
                            .query(Integer.class)
                            .single()
                    == 0;
        });
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("select * from declaration where notice = :notice order by id")
                .param("notice", notice)
                .query()
                .listOfRows();
    }

    private String told(String code) throws Exception {
        return http.perform(post("/declare/status").with(csrf().asHeader()).param("code", code))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aStrangerOpensTheFormWithoutASession() throws Exception {
        MvcResult opened = http.perform(get("/declare/{notice}", notice))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                .andExpect(content().string(containsString("测试类别")))
                .andExpect(content().string(containsString("扎鲁特旗")))
                .andReturn();
        assertThat(opened.getRequest().getSession(false)).isNull();
        assertThat(PAGE.matcher(opened.getResponse().getContentAsString()).find())
                .isTrue();
        http.perform(post("/declare/{notice}", notice)).andExpect(status().isForbidden());
    }

    @Test
    void aDeclarationBecomesACaseOfTheRightCommunity(CapturedOutput output) throws Exception {
        String number = number();
        String code = declared(somebody(number));
        assertThat(told(code)).contains("已收到");
        taken();

        PersonCaseRow found = found();
        assertThat(found.selfDeclared()).isTrue();
        assertThat(found.organization()).isEqualTo(COUNTY);
        assertThat(found.carer()).isEqualTo(COUNTY + "901001");
        assertThat(told(code)).contains("已转交").doesNotContain("测试报备", number, "19900000005");
        http.perform(get("/cases").param("declared", "true").with(user(COUNTY + ".officer")))
                .andExpect(content().string(containsString(found.id().toString())));
        http.perform(get("/cases/{id}", found.id()).with(user(COUNTY + ".officer")))
                .andExpect(content().string(containsString("主动报备")));
        assertThat(file.actions(found.id(), "case.declared")).hasSize(1);
        assertThat(output.getAll()).doesNotContain(number, "19900000005");
        assertThat(jdbc.sql("select encode(sealed, 'escape') from declaration where notice = :notice")
                        .param("notice", notice)
                        .query(String.class)
                        .single())
                .doesNotContain(number, "19900000005");
    }

    private record PersonCaseRow(UUID id, String organization, String carer, boolean selfDeclared) {}

    private PersonCaseRow found() {
        return jdbc.sql("select id, organization, carer, self_declared from person_case where notice = :notice")
                .param("notice", notice)
                .query((row, at) -> new PersonCaseRow(
                        row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBoolean(4)))
                .single();
    }

    @Test
    void whoeverIsKnownGetsTheSameAnswerAndChangesNothing() throws Exception {
        String number = number();
        declared(somebody(number));
        taken();
        UUID known = found().id();

        Map<String, String> again = somebody(number);
        again.put("phone", "19900000006");
        again.put("address", "扎鲁特旗第二示例社区6号楼");
        String answerKnown = answer(again);
        String answerUnknown = answer(somebody(number()));
        assertThat(answerKnown).isEqualTo(answerUnknown);
        assertThat(rows().get(1).get("state")).isEqualTo("RECEIVED");
        taken();

        Map<String, Object> merged = rows().get(1);
        assertThat(merged.get("person_case")).isEqualTo(known);
        assertThat(merged.get("merged")).isEqualTo(true);
        assertThat(jdbc.sql("select array_to_string(differs, ',') from declaration where id = :id")
                        .param("id", merged.get("id"))
                        .query(String.class)
                        .single())
                .isEqualTo("address,phone");
        assertThat(jdbc.sql("select array_to_string(marks, ',') from person_case where id = :id")
                        .param("id", known)
                        .query(String.class)
                        .single())
                .contains("DECLARED");
        assertThat(file.actions(known, "case.declaredOtherwise")).hasSize(1);
        http.perform(get("/cases/{id}", known).with(user(COUNTY + ".officer")))
                .andExpect(content().string(containsString("199****0005")))
                .andExpect(content().string(not(containsString("199****0006"))));
    }

    /** The page without what is different in every answer. */
    private String answer(Map<String, String> fields) throws Exception {
        String page = http.perform(sent(fields))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return CODE.matcher(page)
                .replaceAll("code")
                .replaceAll("(_csrf\" (value|content)=\")[^\"]*", "$1")
                .replaceAll("(sifang-now\" content=\")[^\"]*", "$1");
    }

    @Test
    void somebodyElsesNumberUnderAnotherNameIsForPeopleToClearUp() throws Exception {
        String number = number();
        declared(somebody(number));
        taken();
        NoticeView other = file.issue(SmallNotice.to(COUNTY).due(file.now().plus(Duration.ofDays(60))));
        notice = other.id();
        Map<String, String> wrong = somebody(number);
        wrong.put("name", "测试冒名");
        String code = declared(wrong);
        taken();

        Map<String, Object> row = rows().get(0);
        assertThat(row.get("state")).isEqualTo("CONFLICTING");
        assertThat(row.get("person_case")).isNull();
        assertThat(told(code)).contains("已转交");
        http.perform(get("/declarations").with(user(COUNTY + ".officer")))
                .andExpect(content().string(containsString("待核对")))
                .andExpect(content().string(containsString("测***")))
                .andExpect(content().string(not(containsString(number))));
        http.perform(post("/declarations/{id}/reveal", row.get("id"))
                        .with(csrf())
                        .with(user(COUNTY + ".officer"))
                        .param("reason", "电话核实"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(number)));
        assertThat(file.actions(UUID.fromString(String.valueOf(row.get("id"))), "declaration.revealed"))
                .hasSize(1);
        http.perform(post("/declarations/{id}/reveal", row.get("id"))
                        .with(csrf())
                        .with(user("150525.officer"))
                        .param("reason", "电话核实"))
                .andExpect(status().isNotFound());
        http.perform(post("/declarations/{id}/contacted", row.get("id"))
                        .with(csrf())
                        .with(user(COUNTY + ".officer")))
                .andExpect(redirectedUrl("/declarations"));
        assertThat(told(code)).contains("已与您联系");
    }

    @Test
    void theSameFormSentTwiceIsOneDeclaration() throws Exception {
        Map<String, String> fields = somebody(number());

        assertThat(declared(fields)).isEqualTo(declared(fields));
        assertThat(rows()).hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndWhatWasTypedStays() throws Exception {
        Map<String, String> fields = somebody(number());
        fields.put("document", "150502199001011234");
        fields.put("phone", "12");
        fields.put("since", "2030-01-01");
        fields.put("county", "150402");
        http.perform(sent(fields))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("#field-document")))
                .andExpect(content().string(containsString("#field-phone")))
                .andExpect(content().string(containsString("#field-since")))
                .andExpect(content().string(containsString("#field-county")))
                .andExpect(content().string(containsString("测试报备")));
        assertThat(rows()).isEmpty();
    }

    @Test
    void aMachineIsThankedAndForgotten() throws Exception {
        Map<String, String> fields = somebody(number());
        fields.put("website", "https://example.org");
        String code = declared(fields);

        assertThat(rows()).isEmpty();
        assertThat(told(code)).contains("没有这个查询码");
    }

    @Test
    void tooManyFromOneAddressAreToldToWait() throws Exception {
        for (int i = 0; i < 20; i++) {
            http.perform(fromOne()).andExpect(status().isUnprocessableEntity());
        }
        http.perform(fromOne())
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().string(containsString("分钟后再试")));
    }

    private MockHttpServletRequestBuilder fromOne() {
        return post("/declare/{notice}", notice).with(csrf().asHeader()).with(from -> {
            from.setRemoteAddr("203.0.113.77");
            return from;
        });
    }

    @Test
    void aNoticeThatIsNotInForceAndNoNoticeAtAllLookAlike() throws Exception {
        desk.lift(notice, "测试结束", file.leader());
        String lifted = closed(notice.toString());

        assertThat(closed("01a200e2-34a2-7b0b-81fb-07db653d0000")).isEqualTo(lifted);
        assertThat(closed("nonsense")).isEqualTo(lifted);
        assertThat(lifted).contains("不接受报备");
    }

    private String closed(String address) throws Exception {
        String page = http.perform(get("/declare/{notice}", address))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return page.replaceAll("(_csrf\" (value|content)=\")[^\"]*", "$1")
                .replaceAll("(sifang-now\" content=\")[^\"]*", "$1")
                .replace(address, "");
    }

    @Test
    void theListIsForThoseWhoTakeItUp() throws Exception {
        http.perform(get("/declarations")).andExpect(redirectedUrl("/login"));
        http.perform(get("/declarations/poster.pdf").param("notice", notice.toString()))
                .andExpect(redirectedUrl("/login"));
        declared(somebody(number()));
        taken();
        String id = String.valueOf(rows().get(0).get("person_case"));
        http.perform(get("/declarations").with(user(COUNTY + ".officer")))
                .andExpect(content().string(containsString(id)));
        http.perform(get("/declarations").with(user("150525.officer")))
                .andExpect(content().string(not(containsString(id))));
    }

    @Test
    void theCategoriesAreToldWithTheDayFromWhichTheyCount() throws Exception {
        NoticeDefinition copy = PreparedCopy.of(
                new NoticeLibrary(new DefinitionReader()).definition(NoticeLibrary.TONGLIAO_2020),
                file.now(),
                ZoneId.of("Asia/Shanghai"));
        NoticeView issued = file.mine(desk.draft(
                new NoticeDefinition(
                        null,
                        copy.title(),
                        copy.issuer(),
                        copy.issuedAt(),
                        null,
                        copy.clauses(),
                        copy.categories(),
                        copy.measures(),
                        copy.obligations(),
                        copy.ladders()),
                file.leader()));
        desk.issueAtOnce(issued.id(), file.leader());
        LocalDate since = copy.categories().stream()
                .map(Category::since)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();

        http.perform(get("/declare/{notice}", issued.id()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString("%d年%d月%d日以来"
                                .formatted(since.getYear(), since.getMonthValue(), since.getDayOfMonth()))));
        byte[] poster = http.perform(get("/declarations/poster.pdf")
                        .param("notice", issued.id().toString())
                        .with(user("city.officer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Files.createDirectories(Path.of("target/pictures"));
        Files.write(Path.of("target/pictures/poster.pdf"), poster);
    }

    @Test
    void thePosterIsAPageOfPaper() throws Exception {
        byte[] poster = http.perform(get("/declarations/poster.pdf")
                        .param("notice", notice.toString())
                        .with(user(COUNTY + ".officer")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(poster, 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        http.perform(get("/notices/{id}", notice).with(user("city.officer")))
                .andExpect(content().string(containsString("/declarations/poster.pdf?notice=" + notice)));
    }
}
