package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import e2e.Chromium.Screen;
import e2e.Chromium.Visit;
import org.junit.jupiter.api.Test;

/** What an admin steers in the console while fans come: throttles, the bot defense, and a service that dies. */
class AdminInBrowserIT {

    private static final Duration HEALS_WITHIN = Duration.ofSeconds(60);
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY = new LocatorAssertions.IsVisibleOptions()
            .setTimeout(HEALS_WITHIN.toMillis());

    private final Chromium chromium = Chromium.shared();
    private final Stack stack = Stack.shared();
    private final Organizer organizer = Organizer.of(stack);
    private final ConsoleOperator operator = new ConsoleOperator(stack);

    @Test
    void anAdminLowersTheRateAndSeesItHold() {
        var title = "Throttled " + UUID.randomUUID();
        var release = organizer.release(organizer.publish(20, true),
                Map.of("title", title, "ratePerMinute", 600, "maxActive", 50));
        try (var visit = signedIn("/throttles?releases-q=" + title.replace(" ", "%20"))) {
            var page = visit.page();
            button(page, "Change: " + title).click();
            page.getByRole(AriaRole.SPINBUTTON, new GetByRoleOptions().setName("Rate per minute")).fill("1");
            assertThat(page.getByText("Nobody is waiting; it matters from the next rush on.")).isVisible();
            button(page, "Apply").click();
            assertThat(row(page, title).getByText("0 of 1", exactly())).isVisible();

            var first = new Fan(stack);
            first.passTheQueue(release);
            var second = new Fan(stack);
            second.join(release);

            assertThat(row(page, title).getByText("1 of 1", exactly())).isVisible();
            assertThat(row(page, title).getByText("at full speed")).isVisible();
            assertThat(second.claimOnce(release).statusCode()).as("the gate keeps to the rate").isNotEqualTo(201);
            visit.look("release-board");
            assertThat(visit.troubles()).isEmpty();
        }
    }

    @Test
    void anAdminBlocksABotSeesTheDecisionAndRollsBack() {
        var release = organizer.release(organizer.publish(20, true), 600, 50);
        var bot = new Fan(stack);
        try (var visit = signedIn("/defense/lists")) {
            var page = visit.page();
            button(page, "Keep somebody out").click();
            operator.fill(page, "Entry", bot.device());
            operator.fill(page, "Reason", "Bought for resale");
            button(page, "Add").click();
            assertThat(page.getByText(bot.device() + " is kept out")).isVisible();

            Await.until(HEALS_WITHIN, "the bot is refused", () -> bot.joinOnce(release).statusCode() == 403);

            operator.open(page, "/defense?device=" + bot.device());
            assertThat(page.locator("data-table").getByText("refused").first()).isVisible(PATIENTLY);
            page.locator("data-table time").first().click();
            assertThat(page.getByText("block-list", new Page.GetByTextOptions().setExact(true)).first()).isVisible();
            visit.look("decision");

            operator.open(page, "/defense/lists");
            button(page, "Remove: " + bot.device()).click();
            assertThat(page.getByText(bot.device() + " is off the list")).isVisible();
            Await.until(HEALS_WITHIN, "the bot may join", () -> bot.joinOnce(release).statusCode() == 201);
            rollsAPolicyBack(visit);
            assertThat(visit.troubles()).isEmpty();
        }
    }

    /** A rule that changes nothing for anybody is switched off, put in force, and rolled back. */
    private void rollsAPolicyBack(Visit visit) {
        var page = visit.page();
        operator.open(page, "/defense/rules");
        var rule = page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Mode: header-order"));
        rule.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("off")).click();
        assertThat(page.getByText("One change, not in force yet")).isVisible();
        button(page, "Try on the latest decisions").click();
        assertThat(page.getByText("What it would have changed")).isVisible();
        visit.look("policy-draft");
        button(page, "Put in force…").click();
        operator.fill(page, "Why", "Only a try");
        page.getByRole(AriaRole.DIALOG).getByText("Put in force", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByText("is in force").first()).isVisible();

        operator.open(page, "/defense/policy");
        button(page, "Put in force again… 1").click();
        page.getByRole(AriaRole.DIALOG).getByText("Put in force", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByText("Version 1 is in force again")).isVisible();
        visit.look("policy");
    }

    /** It is stopped first, so that even the quickest restart cannot hide that it was away. */
    @Test
    void aServiceThatIsKilledIsMissedAndItsReturnIsNoticed() throws Exception {
        try (var visit = signedIn("/system")) {
            var page = visit.page();
            assertThat(part(page, "Waiting room").getByText("answers")).isVisible(PATIENTLY);
            visit.look("system");
            var victims = stack.children("waiting-room");
            try {
                for (var victim : victims) {
                    signal("STOP", victim);
                }
                assertThat(page.getByText("Waiting room does not answer").first()).isVisible(PATIENTLY);
                assertThat(part(page, "Waiting room").getByText("away")).isVisible();
                assertThat(part(page, "Ticketing core").getByText("answers")).isVisible();
                visit.look("system-without-waiting-room");
            } finally {
                for (var victim : victims) {
                    signal("KILL", victim);
                }
            }

            assertThat(part(page, "Waiting room").getByText("answers")).isVisible(PATIENTLY);
            Await.until(HEALS_WITHIN, "every instance is back", () -> organizer.staff()
                    .get("/api/waiting-room/system").jsonPath().getList("instances.state").equals(List.of("UP", "UP")));
            assertThat(visit.troubles()).isEmpty();
        }
    }

    private Visit signedIn(String address) {
        var visit = chromium.visit(Screen.DESK);
        operator.signIn(visit.page());
        operator.open(visit.page(), address);
        return visit;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator row(Page page, String text) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(text));
    }

    private static Locator part(Page page, String name) {
        return page.locator(".part", new Page.LocatorOptions().setHasText(name)).first();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor(5, TimeUnit.SECONDS);
    }
}
