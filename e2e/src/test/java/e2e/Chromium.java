package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Assumptions;

/**
 * A real chromium, without a window. Where none is installed the tests that ask for it are skipped, and say so.
 * Pictures of what it showed are kept in {@code target/screenshots}.
 */
final class Chromium implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");
    /** A busy machine is slow, not wrong. */
    private static final double PATIENCE_MILLIS = 20_000;
    private static final List<String> SWITCHES = List.of("--no-sandbox", "--disable-background-networking",
            "--disable-component-update", "--disable-default-apps", "--disable-sync", "--no-first-run");

    private static Chromium shared;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(SWITCHES));
    }

    /** The browser that tests share, as patient as ever. Ends with the JVM. */
    static synchronized Chromium shared() {
        if (shared == null || !shared.browser.isConnected()) {
            shared = start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return shared;
    }

    /** Starts the browser that {@code BROWSER} names, or Debian's; skips the calling test where there is none. */
    static Chromium start() {
        var executable = executable();
        Assumptions.assumeTrue(executable.isPresent(),
                "No chromium here, so no browser test: apt-get install chromium, or set BROWSER.");
        return new Chromium(executable.orElseThrow());
    }

    private static Optional<Path> executable() {
        var named = Optional.ofNullable(System.getenv("BROWSER")).filter(name -> !name.isBlank());
        return Optional.of(Path.of(named.orElse("/usr/bin/chromium"))).filter(Files::isExecutable);
    }

    /** A fan's browser that has never been here: no cookie, no key. */
    Visit visit(Screen screen, ColorScheme scheme) {
        return visit(screen, options -> options.setColorScheme(scheme));
    }

    /** The same, set up otherwise: another language, contrast or motion. */
    Visit visit(Screen screen, UnaryOperator<Browser.NewContextOptions> otherwise) {
        var context = browser.newContext(otherwise.apply(new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height).setHasTouch(screen == Screen.PHONE)
                .setColorScheme(ColorScheme.LIGHT).setLocale("en-GB")));
        return new Visit(context, screen);
    }

    Visit visit(Screen screen) {
        return visit(screen, ColorScheme.LIGHT);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** The screens that pages are looked at on. */
    enum Screen {
        PHONE(390, 844), DESK(1280, 800), WIDE(1440, 900);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }
    }

    /** One fan's visit: a page, and what went wrong on it. */
    static final class Visit implements AutoCloseable {

        private final BrowserContext context;
        private final Screen screen;
        private final Page page;
        private final List<String> troubles = new ArrayList<>();

        private Visit(BrowserContext context, Screen screen) {
            this.context = context;
            this.screen = screen;
            this.page = context.newPage();
            page.onPageError(troubles::add);
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    troubles.add(message.text());
                }
            });
        }

        Page page() {
            return page;
        }

        /** Takes a picture, and has axe look for what keeps people out. */
        void look(String name) {
            look(name, violation -> List.of("serious", "critical").contains(violation.getImpact()));
        }

        private void look(String name, Predicate<Rule> counts) {
            picture(name);
            var violations = new AxeBuilder(page).analyze().getViolations().stream()
                    .filter(counts)
                    .map(violation -> violation.getId() + " at " + violation.getNodes().getFirst().getHtml())
                    .toList();
            assertThat(violations).as("accessibility of " + name).isEmpty();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + name + ": nothing is cut off or scrolls sideways")
                    .isLessThanOrEqualTo(screen.width);
        }

        /** The same in both colour schemes, and nothing at all may be found. */
        void lookCloser(String name) {
            for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                look(name + "-" + scheme.name().toLowerCase(Locale.ROOT), violation -> true);
            }
        }

        void picture(String name) {
            var file = PICTURES.resolve(name + "-" + screen.width + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }

        /** Errors of scripts and breaches of the content security policy. */
        List<String> troubles() {
            return List.copyOf(troubles);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
