package org.sifang.emergency;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.notice.CaseFile;
import org.sifang.notice.NoticeView;
import org.sifang.notice.SmallNotice;
import org.sifang.person.IdentityNumbers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Emergencies through their doors: who sees which, and contacts that become found people. */
@SifangTest
class EmergencyDoorsTests {

    private static final String COUNTY = "150525";
    private static final AtomicInteger NUMBERS = new AtomicInteger(880_000);

    @Autowired
    MockMvc http;

    @Autowired
    CaseFile file;

    @Autowired
    EmergencyStage stage;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void end() {
        stage.close();
    }

    private Emergency positive() {
        NoticeView notice = file.issue(SmallNotice.to(COUNTY).due(file.now().plus(Duration.ofDays(60))));
        return stage.positive(notice, COUNTY);
    }

    private MockHttpServletRequestBuilder contact(Emergency emergency, String number, String degree) {
        return post("/emergencies/{id}/contacts", emergency.id())
                .with(csrf())
                .param("degree", degree)
                .param("relation", "HOUSEHOLD")
                .param("name", "测试密接")
                .param("sex", Integer.parseInt(number.substring(16, 17)) % 2 == 1 ? "男" : "女")
                .param("age", "40")
                .param("documentType", "")
                .param("document", number)
                .param("phone", "19900000002")
                .param("address", "示例路2号")
                .param("category", "T-1");
    }

    private static String number() {
        return IdentityNumbers.of(NUMBERS.getAndIncrement());
    }

    private int contacts(Emergency emergency) {
        return jdbc.sql("select count(*) from emergency_contact where emergency = :id")
                .param("id", emergency.id())
                .query(Integer.class)
                .single();
    }

    @Test
    void theListAndThePageAreForThePlaceAndTheHealthLine() throws Exception {
        Emergency emergency = positive();
        for (String reader : List.of(COUNTY + ".officer", COUNTY + ".health", "150500.health", "city.officer")) {
            http.perform(get("/emergencies").with(user(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("/emergencies/" + emergency.id())));
            http.perform(get("/emergencies/{id}", emergency.id()).with(user(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("data-due")));
        }
        for (String stranger : List.of("150524.officer", "150524.health", "150500.education", "lab")) {
            http.perform(get("/emergencies").with(user(stranger)))
                    .andExpect(
                            content().string(not(containsString(emergency.id().toString()))));
            http.perform(get("/emergencies/{id}", emergency.id()).with(user(stranger)))
                    .andExpect(status().isNotFound());
        }
        http.perform(get("/emergencies")).andExpect(redirectedUrl("/login"));
        http.perform(get("/api/v1/emergencies")).andExpect(status().isUnauthorized());
    }

    @Test
    void theApiTellsEveryClockAndNobodysName() throws Exception {
        Emergency emergency = positive();
        http.perform(get("/api/v1/emergencies")
                        .param("notice", emergency.notice().toString())
                        .param("organisation", COUNTY)
                        .param("state", "OPEN")
                        .with(httpBasic(COUNTY + ".health", "sifang-demo")))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].id").value(emergency.id().toString()));
        http.perform(get("/api/v1/emergencies/{id}", emergency.id()).with(httpBasic("city.officer", "sifang-demo")))
                .andExpect(jsonPath("$.branches.length()").value(5))
                .andExpect(jsonPath("$.branches[0].branch").value("REPORT"))
                .andExpect(jsonPath("$.branches[0].state").value("OPEN"))
                .andExpect(jsonPath("$.branches[0].dueAt").isNotEmpty())
                .andExpect(content().string(not(containsString("测试"))));
        http.perform(get("/api/v1/emergencies/{id}", emergency.id()).with(httpBasic("150524.officer", "sifang-demo")))
                .andExpect(status().isNotFound());
    }

    @Test
    void theCasesPageShowsTheClocks() throws Exception {
        Emergency emergency = positive();
        http.perform(get("/cases/{id}", emergency.personCase()).with(user(COUNTY + ".officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("网络直报")))
                .andExpect(content().string(containsString("/emergencies/" + emergency.id())));
    }

    @Test
    void aContactBecomesAFoundPersonOfTheSameNotice() throws Exception {
        Emergency emergency = positive();
        String number = number();
        http.perform(contact(emergency, number, "CLOSE").with(user(COUNTY + ".officer")))
                .andExpect(redirectedUrlPattern("/emergencies/*"));

        UUID found = jdbc.sql("""
                        select c.id from emergency_contact k join person_case c on c.id = k.person_case
                         where k.emergency = :id and c.notice = :notice and not c.self_declared""")
                .param("id", emergency.id())
                .param("notice", emergency.notice())
                .query(UUID.class)
                .single();
        assertThat(file.actions(found, "case.%")).contains("case.found", "case.contact");
        http.perform(get("/emergencies/{id}", emergency.id()).with(user(COUNTY + ".officer")))
                .andExpect(content().string(containsString("测***")))
                .andExpect(content().string(not(containsString(number))))
                .andExpect(content().string(not(containsString("19900000002"))));
        http.perform(get("/cases/{id}", found).with(user(COUNTY + ".officer")))
                .andExpect(content().string(containsString("密切接触者")));

        // Named again, now from farther away: nothing is doubled, and the nearer word stays.
        http.perform(contact(emergency, number, "SECONDARY").with(user(COUNTY + ".officer")));
        assertThat(contacts(emergency)).isEqualTo(1);
        assertThat(jdbc.sql("select degree from emergency_contact where emergency = :id")
                        .param("id", emergency.id())
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSE");
    }

    @Test
    void aListOfContactsIsTakenInWithItsFaultyRowsNamed() throws Exception {
        Emergency emergency = positive();
        StringBuilder sheet = new StringBuilder("姓名,性别,年龄,身份证号,联系方式,家庭住址,人员类别\n");
        List<String> numbers = new ArrayList<>(List.of(number(), number(), number()));
        numbers.forEach(number -> sheet.append("测试名单,%s,40,%s,19900000003,示例路3号,T-1\n"
                .formatted(Integer.parseInt(number.substring(16, 17)) % 2 == 1 ? "男" : "女", number)));
        sheet.append("测试错行,男,40,150502199001011234,19900000003,示例路3号,T-1\n");
        MockMultipartFile upload = new MockMultipartFile(
                "file", "密接.csv", "text/csv", sheet.toString().getBytes(StandardCharsets.UTF_8));

        http.perform(multipart("/emergencies/{id}/contacts/list", emergency.id())
                        .file(upload)
                        .param("degree", "SECONDARY")
                        .param("relation", "VENUE")
                        .with(csrf())
                        .with(user(COUNTY + ".officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("第 5 行")))
                .andExpect(content().string(not(containsString("150502199001011234"))));
        assertThat(contacts(emergency)).isEqualTo(3);
    }

    @Test
    void whatIsWrongWithAContactIsSaidAllAtOnce() throws Exception {
        Emergency emergency = positive();
        http.perform(contact(emergency, "150502199001011234", "CLOSE")
                        .param("phone", "12")
                        .with(user(COUNTY + ".officer")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("field-document")));
        assertThat(contacts(emergency)).isZero();
    }

    @Test
    void onlyTheCountysOfficersNameContacts() throws Exception {
        Emergency emergency = positive();
        http.perform(contact(emergency, number(), "CLOSE").with(user(COUNTY + ".health")))
                .andExpect(status().isForbidden());
        http.perform(contact(emergency, number(), "CLOSE").with(user("150524.officer")))
                .andExpect(status().isNotFound());
        http.perform(contact(emergency, number(), "CLOSE")).andExpect(redirectedUrl("/login"));
        assertThat(contacts(emergency)).isZero();
    }
}
