package org.sifang.worklist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.browser.Browser;
import org.sifang.browser.Browser.Device;
import org.sifang.browser.Browser.Visit;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The task list and a form by mouse and keyboard; what stands behind them is played ({@link Stage}). */
@SpringBootTest(
        classes = Stage.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=none",
            "spring.messages.basename=messages/web,messages/organization,messages/worklist",
            "spring.messages.fallback-to-system-locale=false"
        })
class PagesInBrowserTests {

    private static Browser browser;

    @LocalServerPort
    int port;

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(
                Files.exists(Path.of("target/classes/static/app/app.js")),
                "The front end is not built (skip.frontend)");
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?list=done",
                "/tasks/task-2",
                "/tasks/task-5",
                "/login",
                "/stage/parts",
                "/stage/model",
                "/nowhere"
            })
    void everyPageFitsADesktopInLightAndAPhoneInDark(String path) {
        look(path, Device.DESKTOP, ColorScheme.LIGHT);
        look(path, Device.PHONE, ColorScheme.DARK);
    }

    private void look(String path, Device device, ColorScheme colours) {
        try (Visit visit = browser.visit(address(), device, colours, "zh-CN")) {
            visit.page().navigate(path);
            visit.expectNoSidewaysScrolling();
            visit.expectNoBarriers();
            if (!path.equals("/nowhere")) {
                visit.expectNoComplaints();
            }
        }
    }

    @Test
    void theFormSaysNoEnglishWord() {
        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            Page page = visit.page();
            page.navigate("/tasks/task-2");
            Locator form = page.locator("#form");
            form.locator("textarea").fill("x".repeat(501));
            form.locator("input[id$=Field_New]").fill("");
            form.locator("input[id$=Field_Tags]").click();
            form.locator("input[id$=Field_At-date]").click();
            page.locator("#plain .btn.pri").click();
            assertThat(page.locator("#faults")).containsText("有 2 处需要更正");
            assertThat(englishIn(page)).isEmpty();
        }
    }

    static Stream<String> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.map(file -> file.getFileName().toString().replace(".form", "")).sorted().toList().stream();
        }
    }

    /** As it opens, and with every field found wanting. */
    @ParameterizedTest
    @MethodSource("forms")
    void everyFormOpensInChinese(String form) {
        try (Visit visit = browser.visit(address(), Device.PHONE)) {
            Page page = visit.page();
            page.navigate("/tasks/form-" + form);
            assertThat(page.locator("#form .fjs-form")).isVisible();
            assertThat(page.locator("#plain .form")).hasCount(0);
            page.locator("#plain .btn.pri").click();
            assertThat(page.locator("#faults")).isVisible();
            assertThat(englishIn(page)).isEmpty();
            visit.expectNoSidewaysScrolling();
            visit.expectNoBarriers();
            visit.expectNoComplaints();
        }
    }

    private static List<String> englishIn(Page page) {
        String words = (String) page.evaluate("""
                [...document.querySelectorAll('#form, #form *')].flatMap(element => [
                    ...['placeholder', 'title', 'aria-label', 'alt'].map(name => element.getAttribute(name) ?? ''),
                    ...[...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data),
                ]).join('\\n')""");
        return Pattern.compile("[A-Za-z]{3,}")
                .matcher(words.replace("Powered by bpmn.io", ""))
                .results()
                .map(MatchResult::group)
                .filter(word -> !word.matches("x+"))
                .toList();
    }

    @Test
    void whatIsTypedIsSavedAndFaultsStandAtTheirFields() {
        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            Page page = visit.page();
            page.navigate("/tasks/task-2");
            Page.WaitForResponseOptions patience = new Page.WaitForResponseOptions().setTimeout(10_000);
            page.waitForResponse(
                    "**/tasks/task-2/draft",
                    patience,
                    () -> page.locator("#form input[id$=Field_Isolated]").fill("15"));
            assertThat(page.locator("#draft")).containsText("草稿已于 17:17 保存");
            page.locator("#plain .btn.pri").click();
            assertThat(page.locator("#form .fjs-form-field-number:has(input[id$=Field_Isolated])"))
                    .containsText("“其中已送达隔离”不能大于14。");
            assertThat(page.locator("#form input[id$=Field_Isolated]")).hasValue("15");
            page.locator("#faults a").first().click();
            assertThat(page.locator("#form input[id$=Field_Isolated]")).isFocused();
            page.locator("#form textarea").fill("ok");
            page.locator("#plain .btn.pri").click();
            page.waitForURL("**/");
            assertThat(page.locator("#flash")).containsText("已办结：上报当日新增");
            visit.expectNoComplaints();
        }
    }

    @Test
    void theListIsWorkedByTheKeyboardAlone() {
        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            Page page = visit.page();
            page.navigate("/");
            for (String key : new String[] {"j", "j", "x", "j", "x"}) {
                page.keyboard().press(key);
            }
            assertThat(page.locator("tbody tr.on")).hasCount(2);
            page.keyboard().press("c");
            assertThat(page.locator("main")).containsText("成功 1 项，未成 1 项");
            page.navigate("/");
            page.keyboard().press("/");
            page.keyboard().type("医院");
            page.waitForURL(address -> address.contains("q="));
            page.locator("h1").click();
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            page.keyboard().press("Escape");
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL("**/tasks/task-1");
            visit.expectNoComplaints();
        }
    }

    @Test
    void tasksAreAssignedInAWindowWithALineForEach() {
        try (Visit visit = browser.visit(address(), Device.PHONE)) {
            Page page = visit.page();
            page.navigate("/");
            page.locator("input[value=task-2]").check();
            page.locator("input[value=task-3]").check();
            page.locator(".tools button").nth(1).click();
            page.locator("dialog[open] select").selectOption("150502.second");
            page.locator("dialog[open] .btn.pri").click();
            assertThat(page.locator("dialog[open]")).containsText("成功 1 项，未成 1 项");
            visit.expectNoComplaints();
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
