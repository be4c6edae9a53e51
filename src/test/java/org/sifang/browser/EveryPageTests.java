package org.sifang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.SifangTest;
import org.sifang.browser.Browser.Device;
import org.sifang.browser.Browser.Visit;
import org.sifang.notice.CaseFile;
import org.sifang.notice.NoticeView;
import org.sifang.notice.ObligationKind;
import org.sifang.notice.SmallNotice;
import org.sifang.organization.Actor;
import org.sifang.person.IdentityNumbers;
import org.sifang.screening.ImportState;
import org.sifang.screening.SheetImports;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;

/** Every page that the navigation offers somebody opens for him, whole, in both languages, on a desktop and a phone. */
@SifangTest
class EveryPageTests {

    /** Where the first row of a list leads, unless that is only another view of the list. */
    private static final String FIRST = """
            [...document.querySelectorAll('main a.t[href], main tbody a[href]')].map(one => one.getAttribute('href'))
                .find(href => href.startsWith('/') && !href.includes('?') && href !== location.pathname) ?? null""";

    private static Browser browser;
    private static boolean filled;

    @LocalServerPort
    int port;

    @Autowired
    CaseFile file;

    @Autowired
    SheetImports sheets;

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

    /** The first row of each list: a notice, a duty, a task, a case, a report, an import, what the journal speaks of. */
    @ParameterizedTest
    @CsvSource({"150502.officer, DESKTOP", "150502.officer, PHONE", "city.leader, DESKTOP", "city.leader, PHONE"})
    void theFirstOfEveryListIsOpenAndWithoutBarriers(String officer, Device device) {
        fillTheLists();
        try (Visit visit = browser.visit(address(), device)) {
            visit.signIn(officer);
            List<String> opened = new ArrayList<>();
            for (String way : ways(visit.page())) {
                look(visit, way);
                visit.expectNoBarriers();
                String first = (String) visit.page().evaluate(FIRST);
                if (first != null && !opened.contains(first)) {
                    opened.add(first);
                    look(visit, first);
                    visit.expectNoBarriers();
                }
            }
            assertThat(opened.stream().map(way -> way.replaceAll("/[^/]*$", "")))
                    .contains("/notices", "/duties", "/tasks", "/cases", "/reports", "/screening/imports");
            visit.expectNoComplaints();
        }
    }

    /** A notice in force with a report handed in, one still owed, and people found; once for all tests. */
    private void fillTheLists() {
        if (filled) {
            return;
        }
        filled = true;
        NoticeView notice = file.issue(SmallNotice.to("150502", "150521")
                .kind(ObligationKind.STOCK_REPORT)
                .due(file.now().plus(Duration.ofHours(5))));
        file.submit(file.duty(notice, "150502"));
        file.issue(SmallNotice.to("150502", "150500").due(file.now().plus(Duration.ofHours(6))));
        Actor officer = file.actor("150502.officer");
        String sheet = """
                姓名,性别,年龄,身份证号,联系电话,现住址,人员类别
                示例甲,男,56,%s,19900000001,示例街道1号,测试类别
                示例乙,女,40,%s,19900000002,示例街道2号,没有的类别
                """.formatted(IdentityNumbers.of(LocalDate.of(1971, 3, 4), 11), IdentityNumbers.of(712_345));
        UUID id = sheets.accept(
                notice.id().toString(),
                "150502",
                "示例.csv",
                new ByteArrayResource(sheet.getBytes(StandardCharsets.UTF_8)),
                officer,
                file.now());
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> sheets.require(id, officer).state() == ImportState.DONE);
        assertThat(sheets.require(id, officer).tally().cases()).isEqualTo(1);
        file.settle();
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
