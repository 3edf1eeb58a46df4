package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import e2e.Chromium.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The queue page as fans see it, in calm and in trouble. */
class QueueInBrowserIT {

    private static Chromium chromium;

    private final Stack stack = Stack.shared();
    private final Organizer organizer = Organizer.of(stack);

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFanSeesTheirPlaceKeepsItOverAReloadAndMayGiveItUp(Screen screen) {
        var sale = aHouseWithOneFanInside();
        new Fan(stack).join(sale.release());
        try (var fan = chromium.visit(screen)) {
            var page = fan.page();
            page.navigate(stack.address() + "/queue/" + sale.event());
            assertThat(heading(page, "You are in the queue")).isVisible();
            fan.look("queue-waiting");
            var place = page.locator("#place").textContent();

            page.reload();

            assertThat(page.locator("#place")).hasText(place);
            button(page, "Give up my place").click();
            fan.look("queue-leave");
            button(page, "Give it up").click();
            assertThat(heading(page, "You gave up your place")).isVisible();
            fan.look("queue-left");
            assertThat(fan.troubles()).isEmpty();
        }
    }

    @Test
    void aQueueThatDoesNotAnswerKeepsTheFanCalmAndGoesOnByItself() {
        var sale = aHouseWithOneFanInside();
        new Fan(stack).join(sale.release());
        try (var fan = chromium.visit(Screen.PHONE)) {
            var page = fan.page();
            page.navigate(stack.address() + "/queue/" + sale.event());
            assertThat(heading(page, "You are in the queue")).isVisible();
            var api = Pattern.compile("/api/waiting-room/");
            page.route(api, Route::abort);

            assertThat(page.getByText("Your place is safe.")).isVisible(withinAMinute());
            fan.look("queue-trouble");
            page.unroute(api);

            assertThat(page.getByText("Your place is safe.")).isHidden(
                    new LocatorAssertions.IsHiddenOptions().setTimeout(60_000));
        }
    }

    @Test
    void beforeItsScriptThePageAlreadyTellsWhatToDo() {
        try (var fan = chromium.visit(Screen.PHONE)) {
            fan.page().route(Pattern.compile("\\.js(\\?.*)?$"), Route::abort);

            fan.page().navigate(stack.address() + "/queue/whatever");

            assertThat(fan.page().getByText("a place you already have is kept")).isVisible();
            assertThat(fan.page().getByText("How this works")).isVisible();
            fan.look("queue-without-script");
        }
    }

    @Test
    void anEventWithoutAQueueSaysSo() {
        try (var fan = chromium.visit(Screen.DESK)) {
            fan.page().navigate(stack.address() + "/queue/no-such-event");

            assertThat(heading(fan.page(), "Nothing to wait for")).isVisible();
            fan.look("queue-none");
        }
    }

    /** One may be inside at a time, and one is: whoever comes next waits. */
    private Queue aHouseWithOneFanInside() {
        var sale = organizer.publish(10, true);
        var release = organizer.release(sale, 600, 1);
        new Fan(stack).passTheQueue(release);
        return new Queue(sale.event(), release);
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(text).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static LocatorAssertions.IsVisibleOptions withinAMinute() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    }

    private record Queue(String event, String release) {}
}
