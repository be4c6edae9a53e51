package org.sifang;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sifang.browser.Browser;
import org.sifang.browser.Browser.Device;
import org.sifang.browser.Browser.Visit;
import org.sifang.engine.ClockSteering;
import org.sifang.notice.NoticeDesk;
import org.sifang.organization.Actors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The person case walked on the pages: the community with a phone, the laboratory and the county at a desk. What is said
 * once on a page is said for the others through the API.
 */
@SifangTest
class FoundToReleasedBrowserTests {

    private static final String TITLE = "浏览器走查：人员管控";
    private static final int FIRST = 400;
    private static final int RELEASED = 0;
    private static final int POSITIVE = 1;
    private static final int ABSENT = 2;
    private static final int CORRECTED = 3;
    private static final int PEOPLE = 4;
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    ClockSteering steering;

    @Autowired
    TestRestTemplate http;

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
    void thePeopleFoundAreCarriedToTheirEndOnThePages() throws IOException {
        steering.advanceTo(day(1, 8));
        Caller county = new Caller(http, "150502.officer");
        Caller community = new Caller(http, "150502.community");
        String notice = FoundStory.issued(new Caller(http, "city.leader"), clock, TITLE);
        county.imported(notice, "150502", SampleSheet.of(PEOPLE, LocalDate.now(clock), FIRST, "通辽市科尔沁区第一示例社区", "青岛旅居"));
        List<String> cases = FoundStory.opened(county, community, notice, PEOPLE);

        isolatedOnAPhone(cases.get(RELEASED));
        for (String one : cases.subList(1, PEOPLE)) {
            community.complete(one, "person-case", Map.of("how", "IN_PERSON"));
            community.complete(one, "person-case", Map.of("home", "SUITABLE", "supplies", true));
        }
        for (int person = 0; person < PEOPLE; person++) {
            community.complete(
                    FoundStory.testOf(community, cases.get(person)),
                    "lab-test",
                    Map.of("sampledAt", now(), "sample", sample(person), "laboratory", "150500-L1"));
        }

        testedAtADesk();
        releasedOnAPhone(cases.get(RELEASED));
        contactsOfThePositive(cases.get(POSITIVE), notice);

        steering.advanceTo(day(1, 9));
        outWithoutLeave(cases.get(ABSENT));

        steering.advanceTo(day(1, 10));
        correctedTwoDaysLater(community, cases.get(CORRECTED));

        steering.advanceTo(day(14, 8));
        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            visit.signIn("150502.officer");
            visit.page().navigate("/cases/" + cases.get(RELEASED));
            assertThat(visit.page().locator("h1")).containsText("已结束");
            visit.picture("case-closed");
            visit.page().navigate("/cases?notice=" + notice);
            assertThat(visit.page().locator("main")).containsText("已结束");
            visit.picture("case-funnel");
            visit.expectNoComplaints();
        }
        desk.lift(UUID.fromString(notice), "走查结束", actors.byUsername("city.leader"));
    }

    /** The order served and the isolation settled, from the list of her work. */
    private void isolatedOnAPhone(String one) {
        try (Visit visit = browser.visit(address(), Device.PHONE)) {
            Page page = visit.page();
            visit.signIn("150502.community");
            page.navigate("/cases/" + one);
            openTask(page, "送达告知书");
            choose(page, "当面送达本人");
            visit.picture("case-serve");
            send(page);
            page.navigate("/cases/" + one);
            openTask(page, "落实隔离");
            choose(page, "具备（能单独居住、单独用卫生间）");
            choose(page, "生活物资已有保障");
            visit.picture("case-settle");
            send(page);
            page.navigate("/cases/" + one);
            assertThat(page.locator("h1")).containsText("隔离中");
            assertThat(page.locator("main .tl")).containsText("送达");
            visit.picture("case-isolated");
            visit.expectNoSidewaysScrolling();
            visit.expectNoBarriers();
            visit.expectNoComplaints();
        }
    }

    /** Negative results for two at once, and a positive that was reviewed. */
    private void testedAtADesk() {
        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            Page page = visit.page();
            visit.signIn("lab");
            page.navigate("/lab?list=transit");
            for (int person = 0; person < PEOPLE; person++) {
                pick(page, person);
            }
            page.locator("button[formaction$='/lab/receive']").click();
            page.navigate("/lab?list=waiting");
            pick(page, RELEASED);
            pick(page, CORRECTED);
            result(page, "NEGATIVE", false);
            visit.picture("lab-negative");
            page.navigate("/lab?list=waiting");
            pick(page, POSITIVE);
            result(page, "POSITIVE", true);
            visit.picture("lab-positive");
            visit.expectNoComplaints();
        }
    }

    private void releasedOnAPhone(String one) {
        try (Visit visit = browser.visit(address(), Device.PHONE)) {
            Page page = visit.page();
            visit.signIn("150502.community");
            page.navigate("/cases/" + one);
            assertThat(page.locator("h1")).containsText("已解除");
            openTask(page, "送达解除告知书");
            choose(page, "电话告知");
            send(page);
            page.navigate("/cases/" + one);
            assertThat(page.locator("h1")).containsText("社区跟踪");
            visit.picture("case-follow-up");
            visit.expectNoComplaints();
        }
    }

    private void contactsOfThePositive(String one, String notice) {
        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            Page page = visit.page();
            visit.signIn("150502.officer");
            page.navigate("/cases/" + one);
            assertThat(page.locator("h1")).containsText("检测阳性");
            page.navigate("/emergencies?notice=" + notice);
            page.locator("tbody a.t").first().click();
            assertThat(page).hasURL(Pattern.compile("/emergencies/[0-9a-f-]+"));
            Locator form = page.locator("#add form").first();
            int contact = FIRST + PEOPLE;
            form.locator("[name=name]").fill("示例接触者");
            form.locator("[name=sex]").selectOption("男");
            form.locator("[name=age]").fill(SampleSheet.age(contact, LocalDate.now(clock)));
            form.locator("[name=document]").fill(SampleSheet.idNumber(contact));
            form.locator("[name=phone]").fill(SampleSheet.phone(contact));
            form.locator("[name=address]").fill("科尔沁区第一示例社区9号");
            form.locator("button").click();
            assertThat(page.locator("#contacts tbody tr")).hasCount(1);
            assertThat(page.locator("#contacts")).containsText("示****");
            visit.picture("case-emergency");
            visit.expectNoBarriers();
            visit.expectNoComplaints();
        }
    }

    private void outWithoutLeave(String one) {
        try (Visit visit = browser.visit(address(), Device.PHONE)) {
            Page page = visit.page();
            visit.signIn("150502.community");
            page.navigate("/checks");
            visit.picture("case-checks");
            Locator person = page.locator(
                            ".check", new Page.LocatorOptions().setHas(page.locator("a.t[href$='" + one + "']")))
                    .first();
            person.locator("details.else summary").click();
            person.locator("input[name=outcome][value=ABSENT]").check();
            person.locator("details.else button.pri").click();
            assertThat(page.locator("#results")).containsText("违反隔离");
            page.navigate("/cases/" + one);
            assertThat(page.locator("h1")).containsText("违反隔离");
            visit.picture("case-breached");
            visit.expectNoComplaints();
        }
    }

    private void correctedTwoDaysLater(Caller community, String one) {
        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            Page page = visit.page();
            visit.signIn("lab");
            page.navigate("/lab/tests/" + FoundStory.testOf(community, one));
            page.locator("form[action$='/correct'] select[name=result]").selectOption("POSITIVE");
            page.locator("form[action$='/correct'] input[name=reason]").fill("复测为阳性（示例）");
            page.locator("form[action$='/correct'] button").click();
            assertThat(page.locator("h1")).containsText("阳性");
            visit.picture("case-corrected");
            visit.expectNoComplaints();
        }
        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            visit.signIn("150502.officer");
            visit.page().navigate("/cases/" + one);
            assertThat(visit.page().locator("h1")).containsText("检测阳性");
        }
    }

    private static void pick(Page page, int person) {
        page.locator("tbody tr", new Page.LocatorOptions().setHasText(sample(person)))
                .locator("input[name=tests]")
                .check();
    }

    private void result(Page page, String result, boolean reviewed) {
        page.locator("#field-result").selectOption(result);
        page.locator("#field-testedAt input").fill(TYPED.format(clock.instant().atZone(clock.getZone())));
        if (reviewed) {
            page.locator("#field-confirmed input").check();
        }
        page.locator("form[data-rows] .tools > button.pri").click();
        assertThat(page.locator("#flash")).isVisible();
    }

    private static void openTask(Page page, String name) {
        page.locator("main a[href*='/tasks/']", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        assertThat(page.locator("#form .fjs-form"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
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

    private static String sample(int person) {
        return "EX-B" + (FIRST + person);
    }

    private String now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone()).toString();
    }

    private Instant day(int days, int hour) {
        return LocalDate.now(clock)
                .plusDays(days)
                .atTime(hour, 0)
                .atZone(clock.getZone())
                .toInstant();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
