package org.sifang;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sifang.browser.Browser;
import org.sifang.browser.Browser.Device;
import org.sifang.browser.Browser.Visit;
import org.sifang.engine.ClockSteering;
import org.sifang.notice.DefinitionReader;
import org.sifang.notice.DefinitionWriter;
import org.sifang.notice.NoticeDefinition;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeLibrary;
import org.sifang.notice.NoticeView;
import org.sifang.notice.PreparedCopy;
import org.sifang.notice.ReviewKind;
import org.sifang.organization.Actors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main job walked on the pages: the leader at a desk, the county with a phone, the supervisor looking on. */
@SifangTest
class MainJobBrowserTests {

    private static final String TITLE = "浏览器走查：青岛关联人员排查管控";

    private static final LocatorAssertions.IsVisibleOptions PATIENT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    ClockSteering steering;

    @Autowired
    NoticeDesk desk;

    @Autowired
    Actors actors;

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

    @Test
    void aNoticeIsSignedACountyReportsOnAPhoneAndTheSilentStandInRed() throws IOException {
        steering.advanceTo(morning());
        NoticeView notice = reviewed();

        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            visit.signIn("city.leader");
            visit.page().navigate("/?list=group&q=" + TITLE);
            visit.picture("story-list");
            openTask(visit.page(), "领导签发");
            choose(visit.page(), "签发");
            visit.picture("story-sign");
            send(visit.page());
            visit.page().navigate("/duties?notice=" + notice.id() + "&obligation=stock");
            assertThat(visit.page().locator("tbody tr")).hasCount(9);
            visit.picture("story-duties");
            visit.expectNoComplaints();
        }

        try (Visit visit = browser.visit(address(), Device.PHONE)) {
            Page page = visit.page();
            visit.signIn("150502.officer");
            page.navigate("/?q=" + TITLE);
            visit.picture("story-my-work");
            openTask(page, "签收");
            send(page);

            page.navigate("/screening?notice=" + notice.id());
            page.locator("select[name=notice]").selectOption(notice.id().toString());
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "线索.xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            SampleSheet.of(12, LocalDate.now(clock))));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("上传并导入"))
                    .click();
            assertThat(page.locator("#import .note.ok[role=status]"))
                    .containsText("12", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            visit.picture("story-import");
            visit.expectNoSidewaysScrolling();

            page.navigate("/?q=" + TITLE);
            openTask(page, "填报人员表");
            visit.picture("story-compile");
            send(page);
            visit.expectNoComplaints();
        }

        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            visit.signIn("150502.leader");
            visit.page().navigate("/?list=group&q=" + TITLE);
            openTask(visit.page(), "领导签发");
            choose(visit.page(), "同意报送");
            send(visit.page());
            visit.expectNoComplaints();
        }

        steering.advanceTo(nine().plus(Duration.ofMinutes(15)));
        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            Page page = visit.page();
            visit.signIn("city.officer");
            page.navigate("/duties?notice=" + notice.id() + "&obligation=stock");
            assertThat(row(page, "科尔沁区")).containsText("按时");
            assertThat(row(page, "开鲁县")).containsText("未报");
            visit.picture("story-silent");
            page.navigate("/duties?notice=" + notice.id() + "&obligation=stock&tally=SILENT");
            assertThat(page.locator("tbody tr")).hasCount(8);
            page.navigate("/reports?notice=" + notice.id());
            assertThat(page.locator("main")).containsText("科尔沁区");
            visit.picture("story-reports");
            visit.expectNoComplaints();
        }
        desk.lift(notice.id(), "走查结束", actors.byUsername("city.leader"));
    }

    private NoticeView reviewed() {
        DefinitionReader reader = new DefinitionReader();
        String yaml = new DefinitionWriter(clock.getZone())
                .yaml(PreparedCopy.of(
                        new NoticeLibrary(reader).definition(NoticeLibrary.TONGLIAO_2020),
                        clock.instant(),
                        clock.getZone()))
                .replaceFirst("(?m)^number: .*$", "number: 示例走查〔" + clock.instant() + "〕1号")
                .replaceFirst("(?m)^title: .*$", "title: " + TITLE);
        NoticeDefinition definition = reader.read(yaml);
        NoticeView notice = desk.draft(definition, actors.byUsername("city.officer"));
        desk.submitForReview(notice.id(), actors.byUsername("city.officer"));
        desk.review(notice.id(), ReviewKind.HEALTH, true, null, actors.byUsername("150500.health"));
        desk.review(notice.id(), ReviewKind.LEGAL, true, null, actors.byUsername("150500.justice"));
        return notice;
    }

    private static void openTask(Page page, String name) {
        page.locator("tbody tr", new Page.LocatorOptions().setHasText(name))
                .first()
                .locator("a.t")
                .click();
        assertThat(page).hasURL(Pattern.compile("/tasks/"));
        assertThat(page.locator("#form .fjs-form")).isVisible(PATIENT);
    }

    private static void choose(Page page, String option) {
        page.locator("#form")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void send(Page page) {
        page.locator("#plain .btn.pri").click();
        assertThat(page.locator("#flash"))
                .containsText("已办结", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    }

    private static Locator row(Page page, String organization) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(organization))
                .first();
    }

    private Instant morning() {
        return clock.instant()
                .atZone(clock.getZone())
                .toLocalDate()
                .plusDays(1)
                .atTime(8, 0)
                .atZone(clock.getZone())
                .toInstant();
    }

    private Instant nine() {
        return LocalDate.now(clock).atTime(21, 0).atZone(clock.getZone()).toInstant();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
