package org.sifang.accountability;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.emergency.EmergencyStage;
import org.sifang.notice.CaseFile;
import org.sifang.notice.NoticeView;
import org.sifang.notice.SmallNotice;
import org.sifang.organization.Standings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** Cases through their doors: who sees which, who may do what. */
@SifangTest
class AccountabilityDoorsTests {

    private static final String COUNTY = "150522";
    private static final String UNIT = "150522-H1";

    @Autowired
    MockMvc http;

    @Autowired
    CaseFile file;

    @Autowired
    AccountabilityStage stage;

    @AfterEach
    void end() {
        stage.close();
    }

    private static UserRequestPostProcessor as(String username) {
        return user(username);
    }

    @Test
    void aCaseIsForThePartyItsPlaceItsLineAndTheAuthority() throws Exception {
        AccountabilityCase one = stage.open(UNIT);
        for (String reader :
                List.of("150522.h1", COUNTY + ".officer", COUNTY + ".health", "discipline", "city.leader")) {
            http.perform(get("/accountability").param("party", UNIT).with(as(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("/accountability/" + one.id())));
            http.perform(get("/accountability/{id}", one.id()).with(as(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("data-due")));
            http.perform(get("/api/v1/accountability-cases/{id}", one.id()).with(httpBasic(reader, "sifang-demo")))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.party").value(UNIT));
        }
        for (String stranger : List.of("150524.officer", "150524.health", COUNTY + ".education", "lab")) {
            http.perform(get("/accountability").with(as(stranger)))
                    .andExpect(content().string(not(containsString(one.id().toString()))));
            http.perform(get("/accountability/{id}", one.id()).with(as(stranger)))
                    .andExpect(status().isNotFound());
            http.perform(get("/api/v1/accountability-cases/{id}", one.id()).with(httpBasic(stranger, "sifang-demo")))
                    .andExpect(status().isNotFound());
        }
        http.perform(get("/accountability")).andExpect(redirectedUrl("/login"));
        http.perform(get("/accountability/{id}", one.id())).andExpect(redirectedUrl("/login"));
        http.perform(get("/accountability/report")).andExpect(redirectedUrl("/login"));
        http.perform(get("/api/v1/accountability-cases")).andExpect(status().isUnauthorized());
    }

    @Test
    void theApiListsByNoticePartyAndState() throws Exception {
        NoticeView notice = file.issue(SmallNotice.to(COUNTY).due(file.now().plus(Duration.ofDays(60))));
        AccountabilityCase one = stage.found(stage.breach(notice.id(), COUNTY, null));
        http.perform(get("/api/v1/accountability-cases")
                        .param("notice", notice.id().toString())
                        .param("party", COUNTY)
                        .param("state", "NOTIFIED")
                        .with(httpBasic("discipline", "sifang-demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].id").value(one.id().toString()))
                .andExpect(jsonPath("$.items[0].notice").value(notice.id().toString()))
                .andExpect(jsonPath("$.items[0].party").value(COUNTY))
                .andExpect(jsonPath("$.items[0].state").value("NOTIFIED"))
                .andExpect(jsonPath("$.items[0].openedAt").exists())
                .andExpect(jsonPath("$.items[0].breaches").value(1))
                .andExpect(jsonPath("$.items[0].measure").isEmpty());
        http.perform(get("/api/v1/accountability-cases")
                        .param("notice", notice.id().toString())
                        .param("state", "CLOSED")
                        .with(httpBasic("discipline", "sifang-demo")))
                .andExpect(jsonPath("$.total").value(0));
        http.perform(get("/api/v1/accountability-cases")
                        .param("notice", notice.id().toString())
                        .with(httpBasic("150524.officer", "sifang-demo")))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void everyNumberAboveTheListOpensIt() throws Exception {
        AccountabilityCase one = stage.open(COUNTY);
        http.perform(get("/accountability").param("party", COUNTY).with(as("discipline")))
                .andExpect(content().string(containsString("/accountability?party=" + COUNTY + "&amp;state=NOTIFIED")));
        http.perform(get("/accountability")
                        .param("party", COUNTY)
                        .param("state", "NOTIFIED")
                        .with(as("discipline")))
                .andExpect(content().string(containsString(one.id().toString())));
        http.perform(get("/accountability")
                        .param("party", COUNTY)
                        .param("state", "DECIDED")
                        .with(as("discipline")))
                .andExpect(content().string(not(containsString(one.id().toString()))));
    }

    private String report(String party, String reporter, int expected) throws Exception {
        MvcResult result = http.perform(post("/accountability/report")
                        .with(csrf())
                        .with(as(reporter))
                        .param("party", party)
                        .param("notice", "")
                        .param("severity", "SERIOUS")
                        .param("happenedAt", "2020-10-01T09:00")
                        .param("account", "未落实预检分诊"))
                .andExpect(status().is(expected))
                .andReturn();
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }

    @Test
    void aBreachReportedByHandIsACaseAtOnceAndNamesItsReporter() throws Exception {
        String page = report(UNIT, "inspector", 302);
        AccountabilityCase one = stage.keep(UUID.fromString(page.substring("/accountability/".length())));
        file.settle();

        assertThat(one.party()).isEqualTo(UNIT);
        http.perform(get(page).with(as("discipline")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("未落实预检分诊")))
                .andExpect(content().string(containsString("督查员甲")));
    }

    @Test
    void nobodyReportsWhomHeDoesNotOverseeNorHimself() throws Exception {
        report(UNIT, "150524.officer", 422);
        report(COUNTY, COUNTY + ".officer", 422);
        report("150522-NOBODY", "discipline", 422);
        report(UNIT, "lab", 422);
        http.perform(get("/accountability/report").with(as(COUNTY + ".community")))
                .andExpect(status().isOk());
    }

    @Test
    void whatIsWrongWithAReportIsSaidAtOnce() throws Exception {
        http.perform(post("/accountability/report")
                        .with(csrf())
                        .with(as("discipline"))
                        .param("party", "")
                        .param("account", "电话 19900000001"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("#field-party")))
                .andExpect(content().string(containsString("#field-happenedAt")))
                .andExpect(content().string(containsString("#field-severity")))
                .andExpect(content().string(containsString("#field-account")));
    }

    @Test
    void thePartyAppealsOnItsPageAndNobodyElseDoes() throws Exception {
        AccountabilityCase one = stage.decided(COUNTY, "INTERVIEW");
        String page = "/accountability/" + one.id();
        http.perform(get(page).with(as(COUNTY + ".officer")))
                .andExpect(content().string(containsString(page + "/appeal")));
        http.perform(get(page).with(as("discipline")))
                .andExpect(content().string(not(containsString(page + "/appeal"))));
        http.perform(post(page + "/appeal").with(csrf()).with(as("discipline")).param("reason", "有误"))
                .andExpect(status().isForbidden());
        http.perform(post(page + "/appeal")
                        .with(csrf())
                        .with(as("150524.officer"))
                        .param("reason", "有误"))
                .andExpect(status().isNotFound());
        http.perform(post(page + "/appeal")
                        .with(csrf())
                        .with(as(COUNTY + ".officer"))
                        .param("reason", " "))
                .andExpect(status().isUnprocessableEntity());
        http.perform(post(page + "/appeal")
                        .with(csrf())
                        .with(as(COUNTY + ".officer"))
                        .param("reason", "认定有误"))
                .andExpect(redirectedUrl(page));
        assertThat(stage.state(one)).isEqualTo(CaseState.APPEALED);
        http.perform(get(page).with(as("150500.leader"))).andExpect(content().string(containsString("/tasks/")));
    }

    @Test
    void onlyALeaderOfTheAuthorityWithdraws() throws Exception {
        AccountabilityCase one = stage.open(COUNTY);
        String page = "/accountability/" + one.id();
        http.perform(post(page + "/withdraw")
                        .with(csrf())
                        .with(as(COUNTY + ".leader"))
                        .param("reason", "重复"))
                .andExpect(status().isForbidden());
        http.perform(post(page + "/withdraw")
                        .with(csrf())
                        .with(as("city.leader"))
                        .param("reason", "重复登记"))
                .andExpect(redirectedUrl(page));
        assertThat(stage.state(one)).isEqualTo(CaseState.DISMISSED);
    }

    @Test
    void aLeaderOfTheAuthorityReinstatesASuspendedUnit(@Autowired Standings standings) throws Exception {
        AccountabilityCase one = stage.decided(UNIT, "SUSPENSION");
        String page = "/accountability/" + one.id();
        assertThat(standings.isSuspended(UNIT)).isTrue();
        http.perform(get(page).with(as("city.leader")))
                .andExpect(content().string(containsString(page + "/reinstate")));
        http.perform(post(page + "/reinstate")
                        .with(csrf())
                        .with(as("150522.h1"))
                        .param("reason", "已整改"))
                .andExpect(status().isForbidden());
        http.perform(post(page + "/reinstate")
                        .with(csrf())
                        .with(as("city.leader"))
                        .param("reason", "已整改到位"))
                .andExpect(redirectedUrl(page));
        assertThat(standings.isSuspended(UNIT)).isFalse();
    }

    @Test
    void anIndividualIsNamedMaskedOnly(@Autowired EmergencyStage people) throws Exception {
        NoticeView notice = file.issue(SmallNotice.to(COUNTY).due(file.now().plus(Duration.ofDays(60))));
        AccountabilityCase one = stage.found(stage.ofPerson(notice.id(), people.found(notice, COUNTY)));
        for (String address : List.of("/accountability/" + one.id(), "/accountability?party=" + one.party())) {
            http.perform(get(address).with(as("discipline")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("测*")))
                    .andExpect(content().string(not(containsString("测试阳性"))));
        }
        assertThat(Objects.requireNonNull(one.statementDueAt())).isAfter(file.now());
    }
}
