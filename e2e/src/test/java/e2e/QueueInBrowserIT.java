package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import e2e.Chromium.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The queue page as fans see it, in calm and in trouble. */
class QueueInBrowserIT {

    private final Chromium chromium = Chromium.shared();
    private final Stack stack = Stack.shared();
    private final Organizer organizer = Organizer.of(stack);

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
    void whoIsOfflineIsToldSoAndGoesOnWhenTheConnectionIsBack() {
        var sale = aHouseWithOneFanInside();
        try (var fan = chromium.visit(Screen.PHONE)) {
            var page = fan.page();
            page.navigate(stack.address() + "/queue/" + sale.event());
            assertThat(heading(page, "You are in the queue")).isVisible();
            var place = page.locator("#place").textContent();

            page.context().setOffline(true);
            assertThat(page.getByText("You are offline.").first()).isVisible();
            assertThat(page.getByText("Your place is safe.")).isVisible();
            fan.look("queue-offline");
            page.context().setOffline(false);

            assertThat(page.locator("#trouble")).isHidden();
            assertThat(page.locator("#live")).hasText("The connection is back.");
            assertThat(page.locator("#place")).hasText(place);
        }
    }

    @Test
    void aPlaceMovesToThePhoneByACodeThatWorksOnce() {
        var sale = aHouseWithOneFanInside();
        try (var laptop = chromium.visit(Screen.DESK);
                var phone = chromium.visit(Screen.PHONE);
                var stranger = chromium.visit(Screen.PHONE)) {
            laptop.page().navigate(stack.address() + "/queue/" + sale.event());
            assertThat(heading(laptop.page(), "You are in the queue")).isVisible();
            var place = laptop.page().locator("#place").textContent();
            button(laptop.page(), "Continue on my phone").click();
            assertThat(laptop.page().getByRole(AriaRole.IMG, new GetByRoleOptions()
                    .setName("QR code that moves your place"))).isVisible();
            laptop.look("queue-phone");
            var link = laptop.page().locator("#more-body a").getAttribute("href");

            phone.page().navigate(link);

            assertThat(heading(phone.page(), "You are in the queue")).isVisible();
            assertThat(phone.page().locator("#place")).hasText(place);
            assertThat(phone.page()).hasURL(stack.address() + "/queue/" + sale.event());
            assertThat(heading(laptop.page(), "Your place is on your other device")).isVisible();
            assertThat(laptop.page().locator("#more")).isHidden();
            stranger.page().navigate(link);
            assertThat(heading(stranger.page(), "This code is not good any more")).isVisible();
            phone.page().reload();
            assertThat(phone.page().locator("#place")).hasText(place);
            assertThat(List.of(laptop.troubles(), phone.troubles())).containsOnly(List.of());
        }
    }

    @Test
    void theFansOwnBrowserChecksTheReceiptAndSeesWhenSomethingIsWrong() {
        var sale = aHouseWithOneFanInside();
        try (var fan = chromium.visit(Screen.PHONE)) {
            var page = fan.page();
            page.navigate(stack.address() + "/queue/" + sale.event());
            button(page, "Check my place").click();
            assertThat(page.locator("#verdict")).containsText("Everything fits");
            assertThat(page.locator("#more-body li")).hasCount(3);
            button(page, "Close").click();
            new Fan(stack).join(sale.release());
            button(page, "Check my place").click();
            assertThat(page.locator("#more-body li").last()).hasText("✓ Nothing was changed since you first looked.");
            fan.look("queue-check");
            button(page, "Close").click();

            page.route(Pattern.compile("/receipt$"), route -> {
                var answer = route.fetch();
                route.fulfill(new Route.FulfillOptions().setResponse(answer)
                        .setBody(answer.text().replace("\"join 1", "\"join 2")));
            });
            button(page, "Check my place").click();

            assertThat(page.locator("#verdict")).containsText("Something does not fit");
            assertThat(page.getByText("✗ It does not stand in the log that was signed.")).isVisible();
            assertThat(fan.troubles()).isEmpty();
        }
    }

    @Test
    void theBrowsersLanguageIsSpokenAndTheChosenOneIsRemembered() {
        var sale = aHouseWithOneFanInside();
        try (var fan = chromium.visit(Screen.PHONE, options -> options.setLocale("de-AT"))) {
            var page = fan.page();
            page.navigate(stack.address() + "/queue/" + sale.event());
            assertThat(heading(page, "Du stehst in der Schlange")).isVisible();

            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Українська")).click();

            assertThat(heading(page, "Ви в черзі")).isVisible();
            fan.look("queue-ukrainian");
            page.navigate(stack.address() + "/queue/" + sale.event());
            assertThat(heading(page, "Ви в черзі")).isVisible();
        }
    }

    @Test
    void theOrganizersColorsAreWornInShadesThatCanBeRead() {
        var sale = organizer.publish(10, true);
        var release = organizer.release(sale,
                Map.of("brandName", "Kanal Concerts", "brandColor", "#ffcc00", "brandLogo",
                        "/queue/logo.svg"));
        new Fan(stack).passTheQueue(release);
        try (var fan = chromium.visit(Screen.DESK, ColorScheme.DARK)) {
            fan.page().route(Pattern.compile("/queue/logo.svg$"), route -> route.fulfill(new Route.FulfillOptions()
                    .setContentType("image/svg+xml").setBody("""
                            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="20"/>
                            </svg>""")));
            fan.page().navigate(stack.address() + "/queue/" + sale.event());

            assertThat(heading(fan.page(), "You are in the queue")).isVisible();
            assertThat(fan.page().getByRole(AriaRole.BANNER)).hasText("Kanal Concerts");
            assertThat((int) fan.page().evaluate("document.querySelector('.brand img').naturalWidth")).isPositive();
            assertThat(fan.page().evaluate("getComputedStyle(document.querySelector('header')).borderTopColor"))
                    .isEqualTo("rgb(255, 204, 0)");
            fan.look("queue-brand");
            assertThat(fan.troubles()).isEmpty();
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
