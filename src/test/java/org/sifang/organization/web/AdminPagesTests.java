package org.sifang.organization.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.SifangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** The pages of administration; every change is rolled back. */
@SifangTest
@Transactional
@NullMarked
class AdminPagesTests {

    @Autowired
    private MockMvc http;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "/admin/organisations",
                "/admin/organisations?q=示例&kind=UNIT&unanswered=true",
                "/admin/organisations?page=3",
                "/admin/organisations/150500",
                "/admin/organisations/150502-H1",
                "/admin/organisations/import",
                "/admin/officers",
                "/admin/officers?q=100%25&organisation=&role=LEADER&active=false",
                "/admin/officers?organisation=150502",
                "/admin/officers/new?organisation=150502",
                "/admin/officers/150502.officer",
                "/admin/officers/import",
                "/password"
            })
    void everyPageIsThereInBothLanguagesForAnAdministrator(String page) throws Exception {
        http.perform(get(page).with(user("admin")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))))
                .andExpect(content().string(containsString("管理")));
        http.perform(get(page).with(user("admin")).cookie(new Cookie("sifang-language", "en")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))))
                .andExpect(content().string(containsString("Administration")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin", "/admin/organisations", "/admin/officers", "/admin/officers/import"})
    void othersAreTurnedAway(String page) throws Exception {
        for (String username : new String[] {"city.leader", "150502.officer", "api"}) {
            http.perform(get(page).with(user(username))).andExpect(status().isForbidden());
        }
    }

    @Test
    void anotherCityIsOutOfReach() throws Exception {
        http.perform(get("/admin/organisations/150402").with(user("admin"))).andExpect(status().isNotFound());
        http.perform(get("/admin/officers/150402.officer").with(user("admin"))).andExpect(status().isNotFound());
        http.perform(get("/admin/organisations?q=红山").with(user("admin")))
                .andExpect(content().string(not(containsString("红山区"))));
        http.perform(get("/admin/organisations/150402").with(user("150400.admin")))
                .andExpect(status().isOk());
    }

    @Test
    void aNewAccountsPasswordIsShownOnceAndNotStored() throws Exception {
        http.perform(post("/admin/officers")
                        .param("username", "test.page")
                        .param("name", "示例员")
                        .param("organisation", "150502")
                        .param("roles", "OFFICER", "LEADER")
                        .param("email", "")
                        .with(user("admin"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().string(containsString("test.page")));
    }

    @Test
    void faultsStandAtTheirFieldsAndWhatWasTypedStays() throws Exception {
        http.perform(post("/admin/officers")
                        .param("username", "Test Page")
                        .param("name", "示例员某")
                        .param("organisation", "nowhere")
                        .with(user("admin"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("示例员某")))
                .andExpect(content().string(containsString("至少选择一个角色")))
                .andExpect(content().string(containsString("href=\"#field-organisation\"")));
    }

    @Test
    void anOfficerIsChangedSubstitutedAndDeactivated() throws Exception {
        http.perform(post("/admin/officers/150502.leader")
                        .param("name", "科尔沁区值班领导丙")
                        .param("roles", "LEADER", "OFFICER")
                        .param("email", "")
                        .with(user("admin"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/admin/officers/150502.leader"));
        http.perform(post("/admin/officers/150502.leader/substitutions")
                        .param("substitute", "150502.officer")
                        .param("from", "2020-01-01T08:00")
                        .param("until", "2099-01-01T08:00")
                        .with(user("admin"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/admin/officers/150502.leader"));
        http.perform(get("/admin/officers/150502.leader").with(user("admin")))
                .andExpect(content().string(containsString("由 科尔沁区值班员甲 代 科尔沁区值班领导")))
                .andExpect(content().string(containsString("2099-01-01 08:00")));
        http.perform(post("/admin/officers/150502.leader/deactivate")
                        .param("successor", "150502.officer")
                        .with(user("admin"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/admin/officers/150502.leader"));
        http.perform(get("/admin/officers/150502.leader").with(user("admin")))
                .andExpect(content().string(containsString("已停用")))
                .andExpect(content().string(containsString("恢复账号")));
    }

    @Test
    void theOnlyResponsiblePersonIsNotDeactivatedWithoutASuccessor() throws Exception {
        http.perform(post("/admin/officers/150502.h1/deactivate")
                        .param("successor", "")
                        .with(user("admin"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请指定接替人")));
    }

    @Test
    void responsiblePersonsAreAppointed() throws Exception {
        http.perform(post("/admin/organisations/150502/responsibility")
                        .param("responsible", "150502.leader")
                        .param("deputy", "150502.leader")
                        .with(user("admin"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("不能是同一个人")));
        http.perform(post("/admin/organisations/150502/responsibility")
                        .param("responsible", "150502.leader")
                        .param("deputy", "")
                        .with(user("admin"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/admin/organisations/150502"));
    }

    @Test
    void officersAreImportedAndTheirPasswordsShown() throws Exception {
        MockMultipartFile file = new MockMultipartFile(
                "file",
                "人员.csv",
                "text/csv",
                "用户名,姓名,机构,角色\ntest.file,示例员,150502,工作人员\n".getBytes(StandardCharsets.UTF_8));

        http.perform(multipart("/admin/officers/import")
                        .file(file)
                        .with(user("admin"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("新增 1，更新 0，未变 0")))
                .andExpect(content().string(containsString("test.file")));
        http.perform(multipart("/admin/officers/import")
                        .file(file)
                        .with(user("admin"))
                        .with(csrf()))
                .andExpect(content().string(containsString("新增 0，更新 0，未变 1")));
    }
}
