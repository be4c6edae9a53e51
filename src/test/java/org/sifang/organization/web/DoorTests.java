package org.sifang.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.organization.Actors;
import org.sifang.organization.DemoAccounts;
import org.sifang.organization.OfficerDraft;
import org.sifang.organization.Role;
import org.sifang.organization.Staffing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** Who comes in, how, and who does not. */
@SifangTest
@NullMarked
class DoorTests {

    private static final String SESSION = "SESSION";

    @Autowired
    private MockMvc http;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Actors actors;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void aPageLeadsAStrangerToTheLoginAndBackToWhatHeWanted() throws Exception {
        MvcResult turnedAway = http.perform(get("/admin/officers?q=x").accept(MediaType.TEXT_HTML))
                .andExpect(redirectedUrl("/login"))
                .andReturn();
        Cookie wanted = turnedAway.getResponse().getCookie("REDIRECT_URI");
        assertThat(wanted).isNotNull();

        http.perform(post("/login")
                        .param("username", "Admin ")
                        .param("password", DemoAccounts.PASSWORD)
                        .cookie(wanted)
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("**/admin/officers?q=x"));
    }

    @Test
    void aFragmentSendsTheWholePageToTheLogin() throws Exception {
        http.perform(get("/admin").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/login"));
    }

    @Test
    void theSessionHoldsTheUserNameAndNothingMore() throws Exception {
        Cookie session = signIn("city.officer");

        assertThat(jdbc.sql("select principal_name from spring_session where principal_name = 'city.officer'")
                        .query(String.class)
                        .list())
                .isNotEmpty();
        byte[] stored = jdbc.sql("""
                        select a.attribute_bytes from spring_session_attributes a
                          join spring_session s on s.primary_id = a.session_primary_id
                         where s.principal_name = 'city.officer' and a.attribute_name = 'SPRING_SECURITY_CONTEXT' limit 1
                        """).query(byte[].class).single();
        assertThat(stored).hasSizeLessThan(400);
        http.perform(get("/password").cookie(session)).andExpect(status().isOk());
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreToldAlike() throws Exception {
        for (String username : new String[] {"150581.leader", "nobody.at.all"}) {
            http.perform(post("/login")
                            .param("username", username)
                            .param("password", "wrong")
                            .with(csrf()))
                    .andExpect(redirectedUrl("/login?error"));
        }
    }

    @Test
    void tooManyWrongPasswordsHaveToWaitEvenWithTheRightOne() throws Exception {
        for (int i = 0; i < LoginThrottle.PER_USER_AND_ADDRESS; i++) {
            http.perform(get("/api/v1/any").with(httpBasic("150581.health", "wrong")))
                    .andExpect(status().isUnauthorized());
        }

        http.perform(get("/api/v1/any").with(httpBasic("150581.health", DemoAccounts.PASSWORD)))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(jsonPath("$.detail", containsString("15 分钟")));
        http.perform(post("/login")
                        .param("username", "150581.health")
                        .param("password", DemoAccounts.PASSWORD)
                        .with(csrf()))
                .andExpect(redirectedUrl("/login?wait=15"));
    }

    @Test
    void formsNeedTheirToken() throws Exception {
        http.perform(post("/login").param("username", "admin").param("password", DemoAccounts.PASSWORD))
                .andExpect(status().isForbidden());
        http.perform(post("/admin/officers").cookie(signIn("admin"))).andExpect(status().isForbidden());
    }

    @Test
    void logoutEndsTheSession() throws Exception {
        Cookie session = signIn("150502.leader");

        http.perform(post("/logout").cookie(session).with(csrf())).andExpect(redirectedUrl("/login?logout"));

        http.perform(get("/password").cookie(session).accept(MediaType.TEXT_HTML))
                .andExpect(redirectedUrlPattern("/login*"));
    }

    @Test
    void theApiAsksForProofWithEachCallAndShowsNoLoginPage() throws Exception {
        http.perform(get("/api/v1/any").accept(MediaType.TEXT_HTML))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", containsString("Basic")))
                .andExpect(content().contentType("application/problem+json;charset=UTF-8"))
                .andExpect(jsonPath("$.title").value("需要登录"));
        http.perform(get("/api/v1/any").cookie(signIn("admin"))).andExpect(status().isUnauthorized());
        http.perform(get("/api/v1/any").with(httpBasic("api", DemoAccounts.PASSWORD)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.title").value("没有找到"))
                .andExpect(header().doesNotExist("Set-Cookie"));
    }

    @Test
    void theDescriptionOfTheApiIsForThoseSignedIn() throws Exception {
        http.perform(get("/v3/api-docs")).andExpect(status().isUnauthorized());
        http.perform(get("/v3/api-docs").with(httpBasic("api", DemoAccounts.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.info.title").value("四方 Sifang"))
                .andExpect(jsonPath("$.components.securitySchemes.basic.scheme").value("basic"));
        http.perform(get("/v3/api-docs").cookie(signIn("150502.officer"))).andExpect(status().isOk());
        http.perform(get("/api/docs").accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl("/login"));
        http.perform(get("/api/docs").cookie(signIn("150502.officer")))
                .andExpect(redirectedUrl("/api/swagger-ui/index.html"));
        http.perform(get("/api/swagger-ui/index.html").cookie(signIn("150502.officer")))
                .andExpect(status().isOk());
    }

    @Test
    void answersCarryTheHeadersThatKeepBrowsersSafe() throws Exception {
        http.perform(get("/login").secure(true))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().exists("Permissions-Policy"))
                .andExpect(header().exists("Strict-Transport-Security"));
    }

    @Test
    void aDeactivatedOfficerIsOutAtOnce() throws Exception {
        hire("test.leaver");
        Cookie session = signIn("test.leaver", changePassword("test.leaver"));
        http.perform(get("/password").cookie(session)).andExpect(status().isOk());

        staffing.deactivate("test.leaver", null, actors.byUsername("admin"), clock.instant());

        http.perform(get("/password").cookie(session).accept(MediaType.TEXT_HTML))
                .andExpect(redirectedUrlPattern("/login*"));
        http.perform(get("/api/v1/any").with(httpBasic("test.leaver", "a new long password")))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void anInitialPasswordOpensOnlyThePageWhereItIsChanged() throws Exception {
        String initial = hire("test.beginner");

        Cookie session = signIn("test.beginner", initial);
        http.perform(get("/admin").cookie(session)).andExpect(redirectedUrl("/password"));
        http.perform(get("/api/v1/any").with(httpBasic("test.beginner", initial)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail", containsString("初始密码")));

        String own = changePassword("test.beginner", session, initial);

        http.perform(get("/password").cookie(session).accept(MediaType.TEXT_HTML))
                .andExpect(redirectedUrlPattern("/login*"));
        http.perform(get("/api/v1/any").with(httpBasic("test.beginner", own))).andExpect(status().isNotFound());
        http.perform(get("/api/v1/any").with(httpBasic("test.beginner", initial)))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void pagesSpeakChineseUntilTheReaderChooses() throws Exception {
        http.perform(get("/login").header("Accept-Language", "en-US"))
                .andExpect(content().string(containsString("用户名")));
        MvcResult chosen = http.perform(post("/language")
                        .param("language", "en")
                        .param("back", "/login")
                        .with(csrf()))
                .andExpect(redirectedUrl("/login"))
                .andReturn();
        String cookie = String.valueOf(chosen.getResponse().getHeader("Set-Cookie"));
        http.perform(get("/login").cookie(new Cookie(cookie.split("=")[0], "en")))
                .andExpect(content().string(containsString("User name")));
    }

    private String hire(String username) {
        String password = staffing.hire(
                new OfficerDraft(username, "示例员", "150502", Set.of(Role.OFFICER), null),
                actors.byUsername("admin"),
                clock.instant());
        return password;
    }

    private String changePassword(String username) throws Exception {
        String initial = staffing.resetPassword(username, actors.byUsername("admin"), clock.instant());
        return changePassword(username, signIn(username, initial), initial);
    }

    private String changePassword(String username, Cookie session, String old) throws Exception {
        String chosen = "a new long password";
        http.perform(post("/password")
                        .param("old", old)
                        .param("password", chosen)
                        .param("again", chosen)
                        .cookie(session)
                        .with(csrf()))
                .andExpect(redirectedUrl("/login?changed"));
        return chosen;
    }

    private Cookie signIn(String username) throws Exception {
        return signIn(username, DemoAccounts.PASSWORD);
    }

    private Cookie signIn(String username, String password) throws Exception {
        MvcResult entered = http.perform(post("/login")
                        .param("username", username)
                        .param("password", password)
                        .with(csrf()))
                .andExpect(redirectedUrl("/"))
                .andReturn();
        Cookie session = entered.getResponse().getCookie(SESSION);
        assertThat(session).isNotNull();
        return session;
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }
}
