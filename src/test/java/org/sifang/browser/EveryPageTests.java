package org.sifang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.SifangTest;
import org.sifang.browser.Browser.Device;
import org.sifang.browser.Browser.Visit;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page that the navigation offers somebody opens for him, whole, in both languages, on a desktop and a phone. */
@SifangTest
class EveryPageTests {

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
            strings = {"city.leader", "city.officer", "150502.officer", "150502.community", "lab", "supervisor", "admin"
            })
    void everyWayInIsOpen(String officer) {
        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            visit.signIn(officer);
            List<String> ways = ways(visit.page());
            assertThat(ways).contains("/");
            ways.forEach(way -> look(visit, way));
            visit.expectNoComplaints();
        }
    }

    @Test
    void everyPageFitsAPhoneInTheDark() {
        try (Visit visit = browser.visit(address(), Device.PHONE, ColorScheme.DARK, "zh-CN")) {
            visit.signIn("city.officer");
            for (String way : ways(visit.page())) {
                look(visit, way);
                visit.expectNoBarriers();
            }
            visit.expectNoComplaints();
        }
    }

    @Test
    void everyPageSpeaksEnglishToWhoeverChoosesIt() {
        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            visit.signIn("city.leader");
            visit.page().locator(".top .menu summary").click();
            visit.page().locator(".top button[value=en]").click();
            for (String way : ways(visit.page())) {
                look(visit, way);
                visit.expectNoBarriers();
                assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("en");
            }
        }
    }

    @Test
    void whoeverSignsOutIsOut() {
        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            visit.signIn("150502.officer");
            visit.page().locator(".top .menu summary").click();
            visit.page().locator(".top form[action$=logout] button").click();
            visit.page().navigate("/");
            assertThat(visit.page().url()).contains("/login");
        }
    }

    private static void look(Visit visit, String way) {
        Response response = Objects.requireNonNull(visit.page().navigate(way));
        assertThat(response.status()).as(way).isEqualTo(200);
        assertThat(visit.page().content()).as(way).doesNotContain("??");
        assertThat(visit.page().locator("main h1").count())
                .as("headings of %s", way)
                .isEqualTo(1);
        visit.expectNoSidewaysScrolling();
    }

    @SuppressWarnings("unchecked")
    private static List<String> ways(Page page) {
        return (List<String>)
                page.evaluate(
                        "[...new Set([...document.querySelectorAll('.side a, .top .bell')].map(way => way.getAttribute('href')))]");
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
