package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.nimbusds.jose.jwk.ECKey;
import e2e.Chromium.Screen;
import e2e.Chromium.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a fan does with eyes and fingers: from the concert's page to the tickets. */
class BuyInBrowserIT {

    private final Chromium chromium = Chromium.shared();
    private final Stack stack = Stack.shared();
    private final Organizer organizer = Organizer.of(stack);

    @ParameterizedTest
    @EnumSource
    void aNewcomerQueuesChoosesTwoSeatsPaysAndHasTheTicketsWithinAMinute(Screen screen) {
        var sale = organizer.publish(40, true);
        organizer.release(sale, 600, 50);
        try (var fan = chromium.visit(screen)) {
            var page = fan.page();
            var started = System.nanoTime();
            page.navigate(stack.address() + "/events/" + sale.event());
            page.getByRole(AriaRole.LINK, named("Join the queue")).click();
            page.waitForURL("**/events/**");
            chooseWithKeyboard(page, "S-2", "S-3");
            button(page, "Continue").click();
            checkOut(page);
            button(page, "Pay €99.00").click();

            assertThat(page.getByText("You are going!")).isVisible();
            assertThat(page.locator(".ticket img")).hasCount(2);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMinutes(1));
            fan.lookCloser("order");
            var code = page.locator("h1 .code").textContent();
            page.navigate(stack.address() + "/inbox");
            Await.until(Duration.ofSeconds(60), "the mail of order " + code, () -> {
                page.reload();
                return page.content().contains(code);
            });
            fan.lookCloser("inbox");
            assertThat(fan.troubles()).isEmpty();
        }
    }

    /** In English and light or in German and dark, axe finds nothing; a switch changes the language of any page. */
    @ParameterizedTest
    @EnumSource
    void everyPageOnTheWayIsReadableByEverybody(Screen screen) {
        var sale = organizer.publish(40, false);
        try (var fan = chromium.visit(screen)) {
            var page = fan.page();
            page.navigate(stack.address().toString());
            assertThat(page.getByLabel("Search")).isVisible();
            fan.lookCloser("concerts");
            page.navigate(stack.address() + "/events/" + sale.event());
            assertThat(page.locator(".map")).isVisible();
            page.getByText("Choose from a list instead").click();
            assertThat(page.getByText("Only free seats")).isVisible();
            fan.lookCloser("event");
            page.getByRole(AriaRole.COMBOBOX, named("Seats")).selectOption("2");
            button(page, "Find the best seats").click();
            assertThat(page.getByText("2 seats are yours for now")).isVisible();
            page.getByRole(AriaRole.LINK, named("Deutsch")).click();
            assertThat(page.getByText("2 Plätze sind vorerst Ihre")).isVisible();
            button(page, "99,00\u00a0€ bezahlen").click();
            assertThat(page.getByText("2 Angaben fehlen oder stimmen nicht")).isVisible();
            fan.lookCloser("checkout-german");
            page.navigate(stack.address() + "/events/no-such-concert");
            fan.lookCloser("missing");
            assertThat(fan.troubles()).isEmpty();
        }
    }

    @Test
    void seatsInTheBasketSurviveAReload() {
        var sale = organizer.publish(20, false);
        try (var fan = chromium.visit(Screen.PHONE)) {
            var page = openEvent(fan, sale);
            chooseWithKeyboard(page, "S-5");
            button(page, "Continue").click();
            assertThat(page.getByText("1 seat is yours for now")).isVisible();

            page.reload();

            assertThat(page.getByText("1 seat is yours for now")).isVisible();
            button(page, "Choose other seats").click();
            assertThat(page.getByText("Choose your seats")).isVisible();
        }
    }

    /** Each tab has a session of its own, whatever another one did to the cookie that they share. */
    @Test
    void twoTabsShopSideBySide() {
        var sale = organizer.publish(20, false);
        var other = organizer.publish(20, false);
        try (var fan = chromium.visit(Screen.DESK)) {
            var first = openEvent(fan, sale);
            chooseWithKeyboard(first, "S-5");
            button(first, "Continue").click();
            assertThat(first.getByText("1 seat is yours for now")).isVisible();
            var second = first.context().newPage();
            second.navigate(stack.address() + "/events/" + other.event());
            chooseWithKeyboard(second, "S-6");
            button(second, "Continue").click();
            assertThat(second.getByText("1 seat is yours for now")).isVisible();

            first.reload();
            checkOut(first);
            button(first, "Pay €49.50").click();

            assertThat(first.getByText("You are going!")).isVisible();
            checkOut(second);
            button(second, "Pay €49.50").click();
            assertThat(second.getByText("You are going!")).isVisible();
        }
    }

    /** T7: a fan sees that a chosen seat was taken, by name, and has the nearest free one with one tap. */
    @Test
    void aSeatThatSomebodyElseTookIsShownByNameWithTheNearestFreeOne() {
        var sale = organizer.publish(20, false);
        try (var fan = chromium.visit(Screen.DESK)) {
            var page = openEvent(fan, sale);
            chooseWithKeyboard(page, "S-7", "S-8");
            var faster = new Fan(stack);
            faster.enter(sale.event());

            faster.hold(sale.event(), List.of("S-7")).then().statusCode(201);

            assertThat(page.getByText("Somebody was faster")).isVisible();
            assertThat(page.getByText("Just taken: Floor, row A, seat 7")).isVisible();
            assertThat(page.locator(".chip")).hasCount(1);
            fan.lookCloser("seat-taken");
            button(page, "Take this one instead").click();
            assertThat(page.locator(".chip")).hasCount(2);
            assertThat(page.locator(".chip").nth(1)).containsText("seat 9");
            button(page, "Continue").click();
            assertThat(page.getByText("2 seats are yours for now")).isVisible();
        }
    }

    @Test
    void aDeclinedCardLeavesTheSeatsAndAnotherPaysForThem() {
        var sale = organizer.publish(20, false);
        try (var fan = chromium.visit(Screen.PHONE)) {
            var page = openEvent(fan, sale);
            chooseWithKeyboard(page, "S-9");
            button(page, "Continue").click();
            checkOut(page);
            page.getByLabel("Card that is declined").check();
            button(page, "Pay €49.50").click();
            assertThat(page.getByRole(AriaRole.ALERT).getByText("declined")).isVisible();
            fan.lookCloser("declined");

            page.getByLabel("Bank that takes its time").check();
            button(page, "Pay €49.50").click();

            page.waitForURL("**/orders/**");
            assertThat(page.locator(".ticket img")).hasCount(1,
                    new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        }
    }

    /** The shop does the work it is asked for by itself, and has a code mailed where no work is taken. */
    @Test
    void aFanProvesToBeOneByWorkAndByMail() {
        var sale = organizer.publish(20, false);
        try (var defense = new Defense(stack, organizer); var fan = chromium.visit(Screen.PHONE)) {
            var page = openEvent(fan, sale);
            defense.ladders(Map.of("hold", Map.of("challenge", 0), "pay", Map.of("other", 0)), keyOf(page));
            var answers = new CopyOnWriteArrayList<Integer>();
            page.onResponse(response -> {
                if (response.url().endsWith("/holds")) {
                    answers.add(response.status());
                }
            });
            chooseWithKeyboard(page, "S-5");
            button(page, "Continue").click();
            assertThat(page.getByText("1 seat is yours for now")).isVisible();
            assertThat(answers).containsExactly(403, 201);

            checkOut(page);
            button(page, "Pay €49.50").click();
            assertThat(page.getByText("A code from your mail is needed")).isVisible();
            fan.lookCloser("code-needed");
            var email = "ada." + sale.event() + "@example.org";
            page.getByLabel("Send the code to").fill(email);
            button(page, "Send the code").click();
            assertThat(page.getByText("on its way to " + email)).isVisible();
            page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill("0000 0000");
            button(page, "Go on").click();
            assertThat(page.getByText("The code is not right.")).isVisible();
            page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill(mailedCode());
            button(page, "Go on").click();

            assertThat(page.getByText("You are going!")).isVisible();
            assertThat(fan.troubles()).isEmpty();
        }
    }

    /** A refusal says why and by which reference; whoever objects is told what somebody answered. */
    @Test
    void aFanWhoIsRefusedObjectsAndIsLetOn() {
        var sale = organizer.publish(20, false);
        try (var defense = new Defense(stack, organizer); var fan = chromium.visit(Screen.PHONE)) {
            var page = openEvent(fan, sale);
            var key = keyOf(page);
            chooseWithKeyboard(page, "S-6");
            defense.block(key);
            button(page, "Continue").click();
            assertThat(page.getByText("You cannot do this from here")).isVisible();
            assertThat(page.getByText("was blocked by somebody")).isVisible();
            page.getByText("That is wrong? Object").click();
            fan.lookCloser("refused");
            page.getByLabel("Tell us in a few words").fill("I am Ada, and I only want to go to a concert.");
            button(page, "Send").click();
            assertThat(page.getByText("We have your objection")).isVisible();

            defense.grant(page.locator(".appeal code").textContent(), key);
            button(page, "Ask how it stands").click();

            assertThat(page.getByText("You were right: try again now. Sorry, that was us.")).isVisible();
            button(page, "Continue").click();
            assertThat(page.getByText("1 seat is yours for now")).isVisible();
            assertThat(fan.troubles()).isEmpty();
        }
    }

    /** The page's own key, made where it has none yet; what it proves with cannot be taken out. */
    private static ECKey keyOf(Page page) {
        return Defense.device(page.evaluate("""
                async () => {
                  const answer = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
                  const opening = indexedDB.open('ticket-keys', 1);
                  opening.onupgradeneeded = () => opening.result.createObjectStore('keys');
                  const database = await answer(opening);
                  const keys = (mode) => database.transaction('keys', mode).objectStore('keys');
                  let pair = await answer(keys('readonly').get('device'));
                  if (!pair) {
                    pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
                    await answer(keys('readwrite').put(pair, 'device'));
                  }
                  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
                  database.close();
                  return JSON.stringify({ kty, crv, x, y });
                }"""));
    }

    /** Of the last letter with one. */
    private String mailedCode() {
        var code = Pattern.compile("Your code: (\\d{4} \\d{4})");
        var found = new AtomicReference<String>();
        Await.until(Duration.ofSeconds(60), "the letter with the code", () -> {
            var inbox = code.matcher(io.restassured.RestAssured.get(stack.address() + "/inbox").asString());
            if (inbox.find()) {
                found.set(inbox.group(1));
            }
            return found.get() != null;
        });
        return found.get();
    }

    /** What is looked for stands in the address: it survives a reload, and the way back. */
    @Test
    void theListFindsConcertsAndSaysWhenNoneFits() {
        organizer.publish(10, false);
        try (var fan = chromium.visit(Screen.PHONE)) {
            var page = fan.page();
            page.navigate(stack.address().toString());
            page.getByLabel("Search").fill("Test Concert");
            assertThat(page.locator(".event").first()).containsText("Test Concert");
            page.getByText("Filters", new Page.GetByTextOptions().setExact(true)).click();
            page.getByLabel("City").selectOption("Hamburg");
            page.waitForURL("**/?*city=Hamburg*");
            page.reload();
            assertThat(button(page, "Remove filter Hamburg")).isVisible();
            assertThat(page.locator(".event").first()).containsText("Test Concert");

            page.getByLabel("Search").fill("no such concert anywhere");

            assertThat(page.getByText("No concert fits this search.")).isVisible();
            fan.lookCloser("concerts-none");
            page.goBack();
            assertThat(page.locator(".event").first()).containsText("Test Concert");
        }
    }

    /** A seat is chosen where it is drawn, also by a finger on a map that was zoomed. */
    @Test
    void aTapOnTheMapChoosesTheSeatUnderIt() {
        var sale = organizer.publish(40, false);
        try (var fan = chromium.visit(Screen.PHONE)) {
            var page = openEvent(fan, sale);
            page.locator(".map").scrollIntoViewIfNeeded();
            for (var seat : List.of("S-14", "S-25")) {
                var at = page.evaluate("seat => document.querySelector('seat-map').pointOf(seat)", seat);
                var point = (Map<?, ?>) at;
                page.touchscreen().tap(((Number) point.get("x")).doubleValue(),
                        ((Number) point.get("y")).doubleValue());
                assertThat(page.locator("[role=option]")).hasAttribute("data-seat", seat);
            }
            assertThat(page.locator(".chip")).hasCount(2);
        }
    }

    private Page openEvent(Visit fan, Organizer.Sale sale) {
        fan.page().navigate(stack.address() + "/events/" + sale.event());
        return fan.page();
    }

    /** One Tab stop, arrows between seats, Enter: the way of those who do not point. */
    static void chooseWithKeyboard(Page page, String... seats) {
        var cursor = page.locator("[role=option]");
        for (var seat : seats) {
            page.locator(".map").focus();
            page.keyboard().press("Home");
            for (var steps = 0; !seat.equals(cursor.getAttribute("data-seat")); steps++) {
                assertThat(steps).as("steps to seat " + seat).isLessThan(12);
                page.keyboard().press("ArrowRight");
            }
            assertThat(cursor).hasAttribute("aria-disabled", "false");
            page.keyboard().press("Enter");
            assertThat(cursor).hasAttribute("aria-selected", "true");
        }
    }

    static void checkOut(Page page) {
        page.getByLabel("Your name").fill("Ada Fan");
        page.getByLabel(Pattern.compile("E-mail")).fill("ada.fan@example.org");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }
}
