package org.sifang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The machine's own Chromium, for tests of pages as people use them. Tests are skipped where there is none:
 *
 * <pre>{@code
 * @BeforeAll static void open() { browser = Browser.open(); }
 * @AfterAll static void close() { browser.close(); }
 *
 * Visit visit = browser.visit("http://localhost:" + port, Device.PHONE);
 * visit.signIn("150502.officer");
 * visit.page().getByText("上报当日新增").click();
 * visit.picture("task");        // target/pictures/task.png, for looking at
 * visit.expectNoComplaints();   // nothing the browser refused, no script that failed
 * }</pre>
 */
public final class Browser implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String DEMO_PASSWORD = "sifang-demo";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** The widths that pages are made for. */
    public enum Device {
        DESKTOP(1440, 900),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Device(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** Starts the browser, or skips the test where none is installed. */
    public static Browser open() {
        Optional<Path> executable = Stream.concat(
                        Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of), PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(executable.isPresent(), "No Chromium on this machine; browser tests are skipped");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable.orElseThrow())
                                .setHeadless(true)
                                .setArgs(QUIET)));
    }

    /** Somebody new at the address, with nothing remembered, reading Chinese. */
    public Visit visit(String base, Device device) {
        return visit(base, device, ColorScheme.LIGHT, "zh-CN");
    }

    public Visit visit(String base, Device device, ColorScheme colours, String language) {
        return new Visit(chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(device.width, device.height)
                .setColorScheme(colours)
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai")));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /** One person's window. What the browser complains of is gathered. */
    public static final class Visit implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        private Visit(BrowserContext context) {
            this.context = context;
            this.page = context.newPage();
            page.onPageError(error -> complaints.add(page.url() + ": " + error));
            page.onConsoleMessage(message -> {
                // A refused form (422) is an answer, not a failure; the browser logs it all the same.
                if (message.type().equals("error") && !message.text().contains("422")) {
                    complaints.add(page.url() + ": " + message.text());
                }
            });
        }

        public Page page() {
            return page;
        }

        /** Signs in with a demo account. */
        public void signIn(String username) {
            page.navigate("/login");
            page.locator("input[name=username]").fill(username);
            page.locator("input[name=password]").fill(DEMO_PASSWORD);
            page.locator("main button").click();
            page.waitForURL(address -> !address.contains("/login"));
        }

        /** Keeps what is seen, the whole page, as {@code target/pictures/<name>.png}. */
        public Path picture(String name) {
            Path file = PICTURES.resolve(name + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
            return file;
        }

        /** The page fits its width: nothing makes it scroll sideways. */
        public void expectNoSidewaysScrolling() {
            Object surplus = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertThat(((Number) surplus).intValue())
                    .as("pixels too wide: %s", page.url())
                    .isLessThanOrEqualTo(0);
        }

        /** Nothing stands in the way of those who read with a screen reader, by keyboard or with weak eyes (axe-core). */
        public void expectNoBarriers() {
            page.evaluate(axe() + "; 0");
            Object found = page.evaluate("""
                    async () => (await axe.run()).violations.map(one =>
                        `${one.id}: ${one.help}: ${one.nodes.map(node => node.target.join(' ')).join(', ')}`)""");
            assertThat((List<?>) found).as("barriers: %s", page.url()).isEmpty();
        }

        private static String axe() {
            try {
                return Files.readString(Path.of("src/main/frontend/node_modules/axe-core/axe.min.js"));
            } catch (IOException e) {
                throw new UncheckedIOException("The front end's packages are not installed", e);
            }
        }

        /** No script failed, nothing was refused by the page's policy, nothing was missing. */
        public void expectNoComplaints() {
            assertThat(complaints).isEmpty();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
