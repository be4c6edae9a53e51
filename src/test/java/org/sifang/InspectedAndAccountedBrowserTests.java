package org.sifang;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sifang.accountability.AccountabilityCase;
import org.sifang.accountability.AccountabilityStage;
import org.sifang.browser.Browser;
import org.sifang.browser.Browser.Device;
import org.sifang.browser.Browser.Visit;
import org.sifang.inspection.Inspection;
import org.sifang.inspection.InspectionStage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A visit filled in on a phone, and a case of accountability from the statement to the decision, on the pages. */
@SifangTest
class InspectedAndAccountedBrowserTests {

    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    InspectionStage inspections;

    @Autowired
    AccountabilityStage accountability;

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

    @AfterEach
    void end() {
        inspections.close();
        accountability.close();
    }

    @Test
    void anInspectorFillsTheChecklistInOnAPhone() throws IOException {
        Inspection inspection = inspections.visiting(Duration.ofDays(3), "150502-U1");
        org.sifang.inspection.Visit visited = inspections.visits(inspection).get(0);

        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            visit.signIn("city.officer");
            visit.page().navigate("/inspections/" + inspection.id());
            assertThat(visit.page().locator("main")).containsText("抽取");
            visit.picture("inspection-plan");
            visit.expectNoBarriers();
            visit.expectNoComplaints();
        }
        try (Visit visit = browser.visit(address(), Device.PHONE)) {
            Page page = visit.page();
            visit.signIn(visited.inspectors().get(0));
            page.navigate("/inspections/visits/" + visited.id());
            page.locator("form[action$='/start'] button").click();
            Locator items = page.locator(".check.item");
            int count = items.count();
            for (int item = 0; item < count; item++) {
                items.nth(item)
                        .locator("input[type=radio][value=" + (item == 0 ? "PROBLEM" : "OK") + "]")
                        .check(new Locator.CheckOptions().setForce(true));
            }
            items.first().locator("textarea").fill("未见现行文本");
            items.first().locator("input[type=file]").setInputFiles(new FilePayload("现场.png", "image/png", photo()));
            page.locator("input[name=receivedBy]").fill("办公室主任");
            visit.picture("visit-filled");
            visit.expectNoSidewaysScrolling();
            visit.expectNoBarriers();
            page.locator("button[name=finish]").click();
            assertThat(page.locator("main")).containsText("得分", patient());
            assertThat(page.locator(".photos img").first()).isVisible();
            visit.picture("visit-done");
            visit.expectNoSidewaysScrolling();
            visit.expectNoComplaints();
        }
    }

    @Test
    void aPartySpeaksAndALeaderDecides() {
        AccountabilityCase opened = accountability.open("150521");

        try (Visit visit = browser.visit(address(), Device.PHONE)) {
            Page page = visit.page();
            visit.signIn("150521.officer");
            page.navigate("/accountability/" + opened.id());
            assertThat(page.locator("h1")).isVisible();
            visit.picture("accountability-party");
            visit.expectNoSidewaysScrolling();
            visit.expectNoBarriers();
            openTask(page, "提交陈述申辩");
            page.locator("#form input[type=radio]").first().check(new Locator.CheckOptions().setForce(true));
            page.locator("#form textarea").first().fill("通讯中断，已补报");
            send(page);
            visit.expectNoComplaints();
        }
        accountability.settled();
        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            Page page = visit.page();
            visit.signIn("discipline");
            page.navigate("/accountability/" + opened.id());
            openTask(page, "复核认定情节");
            choose(page, 0, 1);
            choose(page, 1, 0);
            page.locator("#form textarea").last().fill("事实清楚，陈述意见部分采纳");
            send(page);
            visit.expectNoComplaints();
        }
        accountability.settled();
        try (Visit visit = browser.visit(address(), Device.DESKTOP)) {
            Page page = visit.page();
            visit.signIn("city.leader");
            page.navigate("/accountability");
            visit.picture("accountability-list");
            visit.expectNoBarriers();
            page.navigate("/accountability/" + opened.id());
            openTask(page, "作出处理决定");
            page.locator("#form .fjs-select-display").click();
            page.locator("#form .fjs-dropdownlist-item")
                    .filter(new Locator.FilterOptions().setHasText("通报批评"))
                    .first()
                    .click();
            page.locator("#form textarea").last().fill("经多次催办仍未报送");
            visit.picture("accountability-decide");
            send(page);
            accountability.settled();
            page.navigate("/accountability/" + opened.id());
            assertThat(page.locator("h1"))
                    .containsText("执行", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
            visit.picture("accountability-decided");
            visit.expectNoBarriers();
            visit.expectNoSidewaysScrolling();
            visit.expectNoComplaints();
        }
        org.assertj.core.api.Assertions.assertThat(
                        Objects.requireNonNull(accountability.now(opened).measure())
                                .name())
                .isEqualTo("CIRCULATED_CRITICISM");
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static void openTask(Page page, String name) {
        page.locator("main a[href*='/tasks/']", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        assertThat(page.locator("#form .fjs-form"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    }

    /** The choice of this place in the group of this place. */
    private static void choose(Page page, int group, int choice) {
        page.locator("#form .fjs-form-field-radio")
                .nth(group)
                .locator("input[type=radio]")
                .nth(choice)
                .check(new Locator.CheckOptions().setForce(true));
    }

    private static void send(Page page) {
        page.locator("#plain .btn.pri").click();
        assertThat(page.locator("#flash")).containsText("已办结", patient());
    }

    private static LocatorAssertions.ContainsTextOptions patient() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
