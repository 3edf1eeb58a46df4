package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import e2e.Chromium.Screen;
import e2e.Chromium.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The queue page in the moments that matter, with a waiting room that says what the test wants. */
class QueueMomentsInBrowserIT {

    /** Stands for what a test cannot hear or see: it writes down what was sounded and notified. */
    private static final String WITNESS = """
            window.tones = 0;
            window.notes = [];
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...at) { window.tones++; return start.apply(this, at); };
            window.Notification = class {
              static permission = 'granted';
              static requestPermission() {}
              constructor(title, { body }) { window.notes.push(title + ' ' + body); }
            };
            Object.defineProperty(document, 'hidden', { get: () => window.away ?? false });
            """;

    private final Chromium chromium = Chromium.shared();
    private final Stack stack = Stack.shared();

    @Test
    void aGrowingWaitComesWithItsReason() {
        try (var fan = chromium.visit(Screen.PHONE)) {
            var queue = open(fan);
            assertThat(fan.page().locator("#wait")).hasText("4 to 7 minutes");
            assertThat(fan.page().locator("#slower")).isHidden();

            queue.tellVisitor(PretendedQueue.waiting(142, 40, 900, 1500));
            assertThat(fan.page().locator("#slower"))
                    .hasText("The wait has grown: fans in the shop take longer than before.");
            assertThat(fan.page().locator("#wait")).hasText("15 to 25 minutes");
            queue.tell(PretendedQueue.status("OPEN", 101, ", \"ratePerMinute\": 20"));
            assertThat(fan.page().locator("#slower"))
                    .hasText("The wait has grown: the organizer lets in fewer fans a minute.");

            queue.tellVisitor(PretendedQueue.waiting(142, 20, 200, 400));
            assertThat(fan.page().locator("#slower")).isHidden();
        }
    }

    @ParameterizedTest
    @EnumSource(names = { "LIGHT", "DARK" })
    void whatIsLeftPerTierAndWhatTheOrganizerSaysStandThere(ColorScheme scheme) {
        try (var fan = chromium.visit(Screen.DESK, scheme)) {
            var queue = open(fan);
            queue.tell(PretendedQueue.status("OPEN", 100, """
                    , "message": "The support act starts at nine.", "tiers": [
                      {"name": "Front", "from": {"amount": 8050, "currency": "EUR"}, "left": 1200},
                      {"name": "Balcony", "from": {"amount": 4950, "currency": "EUR"}, "left": 1},
                      {"name": "Box", "from": {"amount": 12000, "currency": "EUR"}, "left": 0}]"""));

            assertThat(fan.page().locator("#tiers li")).hasText(
                    new String[]{ "Front, from €80.501,200 seats left", "Balcony, from €49.501 seat left",
                            "Box, from €120.00sold out" });
            assertThat(fan.page().locator("#message")).hasText("From the organizer: The support act starts at nine.");
            fan.look("queue-tiers-" + scheme);
            queue.tell(PretendedQueue.status("OPEN", 100, """
                    , "tiers": [{"name": "Front", "from": {"amount": 8050, "currency": "EUR"}, "left": 0}]"""));
            assertThat(heading(fan.page(), "Everything is taken for now")).isVisible();
            assertThat(heading(fan.page(), "Sold out for now")).isVisible();
            fan.look("queue-sold-out-" + scheme);
        }
    }

    @Test
    void aFanWhoLooksElsewhereIsCalledBySoundTitleAndNotification() {
        try (var fan = chromium.visit(Screen.DESK)) {
            var page = fan.page();
            page.addInitScript(WITNESS);
            var queue = open(fan);
            button(page, "Alert me when it is my turn").click();
            assertThat(page.locator("#alarm")).hasAttribute("aria-pressed", "true");
            page.waitForFunction("window.tones === 1");
            page.evaluate("window.away = true");

            queue.tellVisitor(PretendedQueue.called(142, Instant.now().plusSeconds(90)));
            queue.tell(PretendedQueue.status("OPEN", 142, ""));

            assertThat(page).hasTitle(Pattern.compile("^01:\\d\\d · ● Your turn · Nachtlinie: The Last Tram$"));
            assertThat(page.locator("#countdown")).hasText(Pattern.compile("01:\\d\\d"));
            page.waitForFunction("window.tones === 7");
            assertThat(page.evaluate("window.notes")).isEqualTo(List.of("It is your turn! "
                    + "Go in before the time is up; then the turn passes to the next fan."));
            assertThat(queue.asked()).noneMatch(call -> call.startsWith("POST"));
            fan.look("queue-called");
            page.evaluate("window.away = false; document.dispatchEvent(new Event('visibilitychange'))");
            page.waitForRequest("**/visitors/me/admission", () -> {});
        }
    }

    @Test
    void whoDidNotAskForItHearsNothing() {
        try (var fan = chromium.visit(Screen.PHONE)) {
            fan.page().addInitScript(WITNESS + "window.away = true;");
            var queue = open(fan);

            queue.tellVisitor(PretendedQueue.called(142, Instant.now().plusSeconds(90)));
            queue.tell(PretendedQueue.status("OPEN", 142, ""));

            assertThat(heading(fan.page(), "It is your turn!")).isVisible();
            assertThat(fan.page().evaluate("window.tones + window.notes.length")).isEqualTo(0);
        }
    }

    @Test
    void afterASleepThePageAsksAtOnceInsteadOfBelievingWhatItKnew() {
        try (var fan = chromium.visit(Screen.PHONE)) {
            var page = fan.page();
            page.clock().install();
            var queue = PretendedQueue.on(page);
            page.navigate(stack.address() + "/queue/pretended");
            page.clock().runFor(1_000);
            assertThat(heading(page, "You are in the queue")).isVisible();
            queue.tellVisitor(PretendedQueue.waiting(142, 3, 30, 50));

            page.clock().fastForward("02:00:00");
            page.clock().runFor(3_000);

            assertThat(page.locator("#ahead")).hasText("3");
            assertThat(page.locator("#wait")).hasText("Less than a minute");
        }
    }

    @Test
    void theLiveRegionSpeaksOfWhatChangedAndKeepsCalmBetween() {
        try (var fan = chromium.visit(Screen.PHONE)) {
            var queue = open(fan);
            var live = fan.page().locator("#live");
            assertThat(live).containsText("You are in the queue.");
            assertThat(live).containsText("41 people ahead. 4 to 7 minutes.");

            queue.tellVisitor(PretendedQueue.waiting(142, 39, 240, 420));
            assertThat(fan.page().locator("#ahead")).hasText("39");

            assertThat(live).containsText("41 people ahead");
            queue.tell(PretendedQueue.status("HELD", 100, ", \"paused\": true, \"reason\": \"The lights went out.\""));
            assertThat(live).containsText("The queue is paused. The lights went out. Nobody overtakes you");
        }
    }

    @Test
    void theLobbyCountsDownAndDoesNotHurryAnybody() {
        try (var fan = chromium.visit(Screen.DESK, ColorScheme.DARK)) {
            var queue = open(fan);
            queue.tellVisitor(PretendedQueue.lobby());
            queue.tell(PretendedQueue.status("LOBBY", 0, ""));

            assertThat(heading(fan.page(), "You are in the lobby")).isVisible();
            assertThat(fan.page().locator("#text")).containsText("Coming earlier makes no difference");
            assertThat(fan.page().locator("#countdown")).hasText(Pattern.compile("12:\\d\\d"));
            fan.look("queue-lobby");
        }
    }

    /** The way in without work; a slip of the pen costs no second letter. */
    @Test
    void aCodeByMailTakesThePlaceOfWork() {
        try (var fan = chromium.visit(Screen.PHONE)) {
            var page = fan.page();
            var queue = PretendedQueue.on(page).askingForCode();
            page.navigate(stack.address() + "/queue/pretended");

            page.getByLabel("Send the code to").fill("ada@example.org");
            fan.look("queue-code");
            button(page, "Send the code").click();
            assertThat(page.getByText("The code is on its way to ada@example.org.")).isVisible();
            page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill("1111 1111");
            button(page, "Go on").click();
            assertThat(page.getByText("The code was not right.")).isVisible();
            page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill("1234 5678");
            button(page, "Go on").click();

            assertThat(heading(page, "You are in the queue")).isVisible();
            assertThat(page.locator("#more")).isHidden();
            assertThat(queue.asked()).filteredOn(call -> call.equals("POST /releases/pretended/visitors")).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({ "uk-UA, попереду 1 людина, попереду 3 людини, попереду 12 людей",
            "fr-FR, 1 personne devant vous, 3 personnes devant vous, 12 personnes devant vous" })
    void peopleAreCountedAsTheLanguageDoes(String locale, String one, String three, String twelve) {
        try (var fan = chromium.visit(Screen.PHONE, options -> options.setLocale(locale))) {
            var queue = PretendedQueue.on(fan.page());
            fan.page().navigate(stack.address() + "/queue/pretended");

            for (var title : Map.of(1, one, 3, three, 12, twelve).entrySet()) {
                queue.tell(PretendedQueue.status("OPEN", 141 - title.getKey(), ""));
                assertThat(fan.page()).hasTitle(title.getValue() + " · Nachtlinie: The Last Tram");
            }
        }
    }

    @Test
    void theKeyboardReachesEverythingAndLosesNothing() {
        try (var fan = chromium.visit(Screen.DESK)) {
            var page = fan.page();
            open(fan);
            page.locator(".brand").focus();

            for (var id : List.of("alarm", "phone", "check", "leave")) {
                page.keyboard().press("Tab");
                assertThat(page.locator("#" + id)).isFocused();
            }
            page.keyboard().press("Enter");
            assertThat(button(page, "Keep my place")).isFocused();
            page.keyboard().press("Escape");

            assertThat(page.locator("#leave")).isFocused();
            assertThat(heading(page, "You are in the queue")).isVisible();
        }
    }

    @Test
    void forcedColorsAndReducedMotionAreKept() {
        try (var fan = chromium.visit(Screen.PHONE, options -> options.setForcedColors(ForcedColors.ACTIVE)
                .setReducedMotion(ReducedMotion.REDUCE))) {
            open(fan);

            fan.look("queue-forced-colors");
            assertThat(fan.page().evaluate("getComputedStyle(document.getElementById('progress')).borderTopWidth"))
                    .isEqualTo("1px");
            assertThat(fan.page().evaluate("getComputedStyle(document.getElementById('card')).transitionDuration"))
                    .isEqualTo("0s");
        }
    }

    private PretendedQueue open(Visit fan) {
        var queue = PretendedQueue.on(fan.page());
        fan.page().navigate(stack.address() + "/queue/pretended");
        assertThat(fan.page().locator("#event")).hasText("Nachtlinie: The Last Tram");
        assertThat(fan.page().locator("#heading")).not().hasText("One moment, please");
        return queue;
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(text).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
