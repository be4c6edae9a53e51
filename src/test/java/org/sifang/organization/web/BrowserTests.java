package org.sifang.organization.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.organization.DemoAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.util.ReflectionTestUtils;

/** The doors as a browser without scripts meets them: real cookies, real forms, the container's own errors. */
@SifangTest
@NullMarked
class BrowserTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("pages")
    private SecurityFilterChain pages;

    @Autowired
    private JdbcClient jdbc;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** Spring's csrf() for MockMvc leaves its own repository, one with sessions, in the context that all tests share. */
    @BeforeEach
    void theTokenIsKeptWhereTheApplicationKeepsIt() {
        pages.getFilters().stream()
                .filter(CsrfFilter.class::isInstance)
                .forEach(filter ->
                        ReflectionTestUtils.setField(filter, "tokenRepository", SecurityConfiguration.csrfCookie()));
    }

    @Test
    void strangersOpenNoSession() throws Exception {
        long before = sessions();

        assertThat(get("/login").body()).contains("用户名");
        assertThat(sessions()).as("after login").isEqualTo(before);
        assertThat(get("/admin").statusCode()).isEqualTo(302);
        assertThat(sessions()).as("after admin").isEqualTo(before);
        assertThat(get("/declare/anything").statusCode()).isEqualTo(404);

        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void somebodySignsInAndWorksWithForms() throws Exception {
        signIn("150502.leader");

        HttpResponse<String> changed = post(
                "/password",
                get("/password"),
                Map.of(
                        "old", DemoAccounts.PASSWORD,
                        "password", "a new long password",
                        "again", "another long password"));

        assertThat(changed.statusCode()).isEqualTo(422);
        assertThat(changed.body()).contains("两次输入的新密码不一致");
        assertThat(post("/logout", get("/password"), Map.of()).statusCode()).isEqualTo(302);
        assertThat(get("/password").statusCode()).isEqualTo(302);
    }

    @Test
    void theSessionGetsANewNameAtTheLogin() throws Exception {
        cookies.put(address("/login"), Map.of("Set-Cookie", List.of("SESSION=chosen-by-a-stranger; Path=/")));

        signIn("150502.leader");

        assertThat(cookies.getCookieStore().getCookies())
                .filteredOn(cookie -> cookie.getName().equals("SESSION"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.getValue()).isNotEqualTo("chosen-by-a-stranger"));
    }

    @Test
    void anAdministratorImportsWithoutScripts() throws Exception {
        signIn("admin");
        HttpResponse<String> page = get("/admin/organisations/import");

        HttpResponse<String> refused = upload("/admin/organisations/import", page, "机构.csv", """
                代码,名称,类型,级别,区划
                150502-X9,,单位,县级,150502
                """);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("row[2].name").contains("没有导入任何一行");
    }

    @Test
    void whatIsTooLargeIsAnsweredAndNotCutOff() throws Exception {
        signIn("admin");
        HttpResponse<String> page = get("/admin/organisations/import");

        HttpResponse<String> refused =
                upload("/admin/organisations/import", page, "big.csv", "x".repeat(52 * 1024 * 1024));

        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @Test
    void anUnknownPageIsAReadablePage() throws Exception {
        signIn("150502.leader");

        HttpResponse<String> missing = get("/no/such/page");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("没有找到").doesNotContain("Whitelabel", "Exception");
    }

    @Test
    void theContainersErrorsAreProblemsForTheApiToo() throws Exception {
        HttpResponse<String> refused = browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/a;b"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("请求有误");
    }

    private void signIn(String username) throws Exception {
        HttpResponse<String> entered =
                post("/login", get("/login"), Map.of("username", username, "password", DemoAccounts.PASSWORD));
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(entered.headers().firstValue("Location").orElse("")).doesNotContain("login");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address(path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, HttpResponse<String> page, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + token(page) + "&", ""));
        return browser.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> upload(String path, HttpResponse<String> page, String filename, String content)
            throws IOException, InterruptedException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token(page)
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--b--\r\n";
        return browser.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as("a token in the page").isTrue();
        return token.group(1);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }
}
