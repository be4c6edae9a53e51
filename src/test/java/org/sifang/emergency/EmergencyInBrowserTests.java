package org.sifang.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.browser.Browser;
import org.sifang.browser.Browser.Device;
import org.sifang.browser.Browser.Visit;
import org.sifang.notice.CaseFile;
import org.sifang.notice.NoticeView;
import org.sifang.notice.SmallNotice;
import org.sifang.person.IdentityNumbers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A stranger declares herself on her phone; an officer looks at a positive's emergency, on a phone and at a desk. */
@SifangTest
class EmergencyInBrowserTests {

    private static final String COUNTY = "150524";

    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    CaseFile file;

    @Autowired
    EmergencyStage stage;

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
        stage.close();
    }

    private NoticeView notice() {
        return file.issue(SmallNotice.to(COUNTY).due(file.now().plus(Duration.ofDays(60))));
    }

    private String address() {
        return "http://localhost:" + port;
    }

    @Test
    void aStrangerDeclaresHerselfOnHerPhone() {
        NoticeView notice = notice();
        try (Visit visit = browser.visit(address(), Device.PHONE)) {
            Page page = visit.page();
            page.navigate("/declare/" + notice.id());
            visit.expectNoBarriers();
            visit.expectNoSidewaysScrolling();
            visit.picture("declare-form");
            String number = IdentityNumbers.of(860_001);
            page.selectOption("select[name=category]", "T-1");
            page.fill("input[name=since]", "2027-02-20");
            page.fill("textarea[name=where]", "从示例市返回");
            page.fill("input[name=name]", "测试报备");
            page.selectOption("select[name=sex]", Integer.parseInt(number.substring(16, 17)) % 2 == 1 ? "男" : "女");
            page.fill("input[name=age]", "40");
            page.fill("input[name=document]", "150502199001011234");
            page.fill("input[name=phone]", "19900000007");
            page.selectOption("select[name=county]", COUNTY);
            page.fill("input[name=address]", "示例路7号");
            page.click("main form button");
            assertThat(page.locator("section.faults").count()).isEqualTo(1);
            visit.expectNoBarriers();
            visit.picture("declare-faults");
            page.fill("input[name=document]", number);
            page.click("main form button");
            String code = page.locator("strong.big").innerText();
            assertThat(code).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){2}");
            visit.expectNoBarriers();
            visit.picture("declare-done");
            page.click("main a.btn");
            page.fill("input[name=code]", code.toLowerCase());
            page.click("main form button");
            assertThat(page.locator("main .note").innerText()).isNotBlank();
            visit.expectNoBarriers();
            visit.expectNoSidewaysScrolling();
            visit.picture("declare-status");
        }
    }

    @Test
    void anOfficerSeesTheClocksOfAPositive() {
        Emergency emergency = stage.positive(notice(), COUNTY);
        for (Device device : new Device[] {Device.DESKTOP, Device.PHONE}) {
            try (Visit visit = browser.visit(address(), device)) {
                visit.signIn(COUNTY + ".officer");
                for (String path : new String[] {
                    "/emergencies",
                    "/emergencies/" + emergency.id(),
                    "/cases/" + emergency.personCase(),
                    "/declarations",
                    "/notices/" + emergency.notice()
                }) {
                    visit.page().navigate(path);
                    visit.expectNoBarriers();
                    visit.expectNoSidewaysScrolling();
                    visit.picture("emergency-" + device
                            + path.replaceAll("[0-9a-f]{8}-[0-9a-f-]+", "one").replace('/', '-'));
                }
                visit.expectNoComplaints();
            }
        }
    }
}
