package org.sifang.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.notice.CaseFile;
import org.sifang.notice.Duty;
import org.sifang.notice.NoticeView;
import org.sifang.notice.SmallNotice;
import org.sifang.organization.Standings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A suspended organisation, wherever work is given to it. */
@SifangTest
@NullMarked
class StandingPagesTests {

    private static final String COUNTY = "150581";

    @Autowired
    private Standings standings;

    @Autowired
    private CaseFile file;

    @Autowired
    private MockMvc http;

    @BeforeEach
    void suspend() {
        standings.suspend(COUNTY, null, "示例原因：自查不合格", "city.leader", file.now());
    }

    @AfterEach
    void reinstate() {
        standings.reinstate(COUNTY, null, "测试结束", "system", file.now());
    }

    @Test
    void isMarkedInTheListOfDutiesAndWarnedOfOnADuty() throws Exception {
        NoticeView notice = file.issue(SmallNotice.to(COUNTY).due(file.now().plus(Duration.ofDays(30))));
        Duty duty = file.duty(notice, COUNTY);

        http.perform(get("/duties").param("notice", notice.id().toString()).with(user("city.officer")))
                .andExpect(content().string(containsString("已暂停资格")))
                .andExpect(content().string(containsString("/organisations/" + COUNTY + "/standing")));
        http.perform(get("/duties/{id}", duty.id()).with(user("city.officer")))
                .andExpect(content().string(containsString("示例原因：自查不合格")));
    }

    @Test
    void isMarkedInThePreviewOfANotice() throws Exception {
        NoticeView notice =
                file.issue(SmallNotice.to(COUNTY, "150522").due(file.now().plus(Duration.ofDays(30))));

        http.perform(get("/notices/{id}", notice.id()).with(user("city.leader")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1 个已暂停资格")));
    }

    @Test
    void isMarkedInTheAdministration() throws Exception {
        http.perform(get("/admin/organisations").param("q", COUNTY).with(user("admin")))
                .andExpect(content().string(containsString("已暂停资格")));
        http.perform(get("/admin/organisations/{code}", COUNTY).with(user("admin")))
                .andExpect(content().string(containsString("示例原因：自查不合格")));
        http.perform(get("/admin/organisations/{code}", "150522").with(user("admin")))
                .andExpect(content().string(not(containsString("已暂停资格"))));
    }

    @Test
    void everybodyWhoSeesTheOrganisationSeesItsStanding() throws Exception {
        for (String reader : List.of("city.officer", COUNTY + ".officer", COUNTY + ".leader")) {
            http.perform(get("/organisations/{code}/standing", COUNTY).with(user(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("示例原因：自查不合格")))
                    .andExpect(content().string(not(containsString("/organisations/" + COUNTY + "/reinstate"))));
        }
        for (String stranger : List.of("150522.officer", "150400.leader", "150500.education")) {
            http.perform(get("/organisations/{code}/standing", COUNTY).with(user(stranger)))
                    .andExpect(status().isNotFound());
        }
        http.perform(get("/organisations/{code}/standing", COUNTY)).andExpect(redirectedUrl("/login"));
    }

    @Test
    void onlyALeaderAboveItReinstates() throws Exception {
        String path = "/organisations/" + COUNTY + "/reinstate";
        http.perform(post(path).param("reason", "已整改").with(csrf()).with(user("city.officer")))
                .andExpect(status().isForbidden());
        http.perform(post(path).param("reason", "已整改").with(csrf()).with(user(COUNTY + ".leader")))
                .andExpect(status().isUnprocessableEntity());
        http.perform(post(path).param("reason", "已整改").with(csrf()).with(user("150522.leader")))
                .andExpect(status().isNotFound());
        http.perform(post(path).param("reason", "已整改").with(user("city.leader")))
                .andExpect(status().isForbidden());
        http.perform(post(path).param("reason", " ").with(csrf()).with(user("city.leader")))
                .andExpect(status().isUnprocessableEntity());
        assertThat(standings.isSuspended(COUNTY)).isTrue();

        http.perform(post(path).param("reason", "已整改").with(csrf()).with(user("city.leader")))
                .andExpect(redirectedUrl("/organisations/" + COUNTY + "/standing"));
        assertThat(standings.isSuspended(COUNTY)).isFalse();
        http.perform(get("/organisations/{code}/standing", COUNTY).with(user("city.leader")))
                .andExpect(content().string(containsString("已整改")))
                .andExpect(content().string(containsString("正常")));
    }
}
