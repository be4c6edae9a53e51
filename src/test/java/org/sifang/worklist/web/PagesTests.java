package org.sifang.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The shell and the pages of the task list, rendered whole; what stands behind them is played ({@link Stage}). */
@SpringBootTest(
        classes = Stage.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=none",
            "spring.messages.basename=messages/web,messages/organization,messages/worklist",
            "spring.messages.fallback-to-system-locale=false"
        })
class PagesTests {

    private final TestRestTemplate http;

    @Autowired
    PagesTests(TestRestTemplate http) {
        this.http = http.withRequestFactorySettings(
                settings -> settings.withRedirects(ClientHttpRequestFactorySettings.Redirects.DONT_FOLLOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?list=group&q=x&due=hour",
                "/?list=done",
                "/tasks/task-2",
                "/tasks/task-5",
                "/tasks/task-9",
                "/login",
                "/login?nobody=1&error",
                "/stage/parts",
                "/stage/error/404",
                "/stage/error/409",
                "/stage/error/422",
                "/stage/error/500"
            })
    void everyWordIsThereInBothLanguages(String path) {
        for (String language : new String[] {"zh", "en"}) {
            ResponseEntity<String> page = get(path, language);
            assertThat(page.getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(page.getBody())
                    .startsWith("<!doctype html>")
                    .doesNotContain("??")
                    .doesNotContain("th:")
                    .contains(language.equals("en") ? "<html lang=\"en\"" : "<html lang=\"zh-CN\"");
        }
    }

    @Test
    void aPageCarriesNoScriptOrStyleOfItsOwn() {
        assertThat(get("/tasks/task-2", "zh").getBody())
                .doesNotContainPattern("<script(?![^>]*(src=|application/json))")
                .doesNotContain("<style")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContainPattern("\\sstyle=");
    }

    @Test
    void valuesCannotEndTheIslandTheyStandIn() {
        String page = get("/tasks/task-2", "zh").getBody();
        assertThat(page).contains("\\u003c/script>").doesNotContain("已联系属地社区 </script>");
    }

    @Test
    void aFragmentIsTheResultsAlone() {
        HttpHeaders headers = headers("zh");
        headers.set("HX-Request", "true");
        String part = http.exchange("/?q=x", HttpMethod.GET, new HttpEntity<>(headers), String.class)
                .getBody();
        assertThat(part).contains("id=\"results\"").doesNotContain("<html").doesNotContain("class=\"top\"");
    }

    @Test
    void aLargeNumberBesideAnEntryIsCappedAndExactInItsTitle() {
        assertThat(get("/", "zh").getBody())
                .contains("title=\"1,284\">99+<", ">63<")
                .doesNotContain(">1,284<");
    }

    @Test
    void aMissingPageSaysSoInTheFrame() {
        ResponseEntity<String> page = get("/nowhere", "zh");
        assertThat(page.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page.getBody()).contains("没有找到", "科尔沁区", "/nowhere").doesNotContain("Exception");
    }

    @Test
    void thePlainFormComesBackWithItsFaultsAndEverythingTyped() {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.add("newPersons", "十四");
        typed.add("note", "写到一半");
        typed.addAll("ways", List.of("home", "phone"));
        ResponseEntity<String> page = post("/tasks/task-2", typed, MediaType.APPLICATION_FORM_URLENCODED);
        assertThat(page.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(page.getBody())
                .contains("有 2 处需要更正", "href=\"#field-isolated\"", "“其中已送达隔离”不能大于14。")
                .contains("value=\"十四\"", "写到一半</textarea>")
                .containsPattern("value=\"home\"[^>]*checked");
    }

    @Test
    void theScriptIsToldEveryFaultAtItsField() {
        ResponseEntity<String> answer = post("/tasks/task-2", "{\"note\": \"x\"}", MediaType.APPLICATION_JSON);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(answer.getBody()).contains("\"path\":\"isolated\"", "\"path\":\"category\"", "必须填写");
    }

    @Test
    void aCompletedTaskLeadsBackToTheList() {
        assertThat(post("/tasks/task-2", "{\"note\": \"ok\"}", MediaType.APPLICATION_JSON)
                        .getBody())
                .contains("\"next\":\"/\"");
    }

    @Test
    void aBulkStepSaysWhatBecameOfEachRow() {
        MultiValueMap<String, String> chosen = new LinkedMultiValueMap<>();
        chosen.addAll("ids", List.of("task-1", "task-3", "gone"));
        assertThat(post("/tasks/claim", chosen, MediaType.APPLICATION_FORM_URLENCODED)
                        .getBody())
                .contains("成功 2 项，未成 1 项", "补录现住址并送达居家隔离告知书", "网格员甲不在这项任务的承办组内");
    }

    @ParameterizedTest
    @CsvSource({"/duties?state=SENT, /duties?state=SENT", "//elsewhere.example, /", "https://elsewhere.example, /"})
    void theChoiceOfLanguageStaysAndLeadsNowhereElse(String back, String expected) {
        MultiValueMap<String, String> choice = new LinkedMultiValueMap<>();
        choice.add("language", "en");
        choice.add("back", back);
        ResponseEntity<String> answer = post("/language", choice, MediaType.APPLICATION_FORM_URLENCODED);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.LOCATION)).endsWith(expected);
        HttpHeaders headers = headers("zh");
        headers.set(
                HttpHeaders.COOKIE,
                String.valueOf(answer.getHeaders().getFirst(HttpHeaders.SET_COOKIE))
                        .split(";")[0]);
        assertThat(http.exchange("/", HttpMethod.GET, new HttpEntity<>(headers), String.class)
                        .getBody())
                .contains("<html lang=\"en\"");
    }

    private ResponseEntity<String> get(String path, String language) {
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers(language)), String.class);
    }

    private ResponseEntity<String> post(String path, Object body, MediaType type) {
        HttpHeaders headers = headers("zh");
        headers.setContentType(type);
        return http.exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
    }

    private static HttpHeaders headers(String language) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.COOKIE, "sifang-language=" + language);
        headers.set(HttpHeaders.ACCEPT, "text/html,application/json");
        return headers;
    }
}
