package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import e2e.Chromium.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What organizers and admins do in the console, in a real browser, on the stack that the other tests share. */
class ConsoleInBrowserIT {

    private static final Path THEATRE = Path.of(System.getProperty("project.home", ".."),
            "standalone/src/main/resources/demo/theatre.json");
    private static final int SEATS = 1331;
    private static final int SEATS_OF_A_FAN = 100;
    private static final double PATIENCE_MILLIS = 120_000;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Chromium chromium = Chromium.shared();
    private final Stack stack = Stack.shared();
    private final ConsoleOperator operator = new ConsoleOperator(stack);

    @BeforeEach
    void bePatient() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @Test
    void organizerCreatesAnEventFromTheTheatrePlanAndSeesItSellOut() throws Exception {
        try (var visit = chromium.visit(Screen.DESK)) {
            var page = visit.page();
            operator.signIn(page);
            visit.look("console-events");

            planTheEvent(page, visit);
            assertThat(page.getByText("Before you publish")).isVisible();
            visit.look("console-event");
            operator.confirm(page, "Publish");
            assertThat(page.locator(".event-frame .chip")).hasText("published");

            page.locator(".tabs").getByText("Releases").click();
            page.locator("release-card h2 a").click();
            assertThat(page.getByText("Nobody is waiting.")).isVisible();
            sellOut(page);

            assertThat(figure(page, "Seats taken")).containsText("1,331");
            assertThat(figure(page, "Bought")).hasText("14");
            assertThat(page.locator("release-board .plot canvas")).isVisible();
            visit.look("console-release");
            holdTheDoors(page);
            refundATicket(page, visit);
            assertThat(visit.troubles()).isEmpty();
        }
    }

    private void planTheEvent(Page page, Chromium.Visit visit) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New event")).first().click();
        var begins = ZonedDateTime.now(BERLIN).plusDays(30).withHour(20);
        page.getByLabel("Title").fill("Night of " + UUID.randomUUID());
        page.getByLabel("Begins").fill(TYPED.format(begins));
        page.getByLabel("Genre").fill("jazz");
        page.getByLabel("Description").fill("Everybody gets a chair.");
        operator.press(page, "Next");

        operator.press(page, "New venue");
        operator.fill(page, "Name", "Theatre of the test");
        operator.fill(page, "Address", "Street 1");
        operator.fill(page, "City", "Berlin");
        operator.fill(page, "Country", "de");
        operator.fill(page, "Time zone", BERLIN.getId());
        operator.press(page, "Create the venue");
        page.locator("event-wizard input[type=file]").setInputFiles(THEATRE);
        assertThat(page.getByText("Import report")).isVisible();
        visit.look("console-wizard-plan");
        operator.press(page, "Next");

        for (var category : List.of("Premium", "Standard", "Restricted view", "Wheelchair and companion")) {
            page.getByLabel(Pattern.compile("^" + category)).fill("49.50");
        }
        assertThat(page.getByText("€65,884.50")).isVisible();
        visit.look("console-wizard-prices");
        operator.press(page, "Next");

        page.getByLabel("Sale begins").fill(TYPED.format(ZonedDateTime.now(BERLIN).minusHours(1)));
        page.getByLabel("Sale ends").fill(TYPED.format(begins.minusHours(1)));
        page.getByLabel("Seats per order").fill(String.valueOf(SEATS_OF_A_FAN));
        page.getByLabel("Seats per buyer").fill(String.valueOf(SEATS_OF_A_FAN));
        operator.press(page, "Next");

        page.getByLabel("Fans let in per minute").fill("600");
        visit.look("console-wizard-release");
        operator.press(page, "Next");
        operator.press(page, "Create the draft");
    }

    /** Few fans who buy much: what is shown is the same as with many who buy little. */
    private void sellOut(Page page) throws InterruptedException, ExecutionException {
        var address = Pattern.compile("/events/(\\w+)/releases/([a-z0-9-]+)").matcher(page.url());
        assertThat(address.find()).as(page.url()).isTrue();
        var seats = operator.freeSeats(address.group(1));
        assertThat(seats).hasSize(SEATS);
        var fans = IntStream.iterate(0, from -> from < SEATS, from -> from + SEATS_OF_A_FAN)
                .mapToObj(from -> buying(address.group(1), address.group(2),
                        seats.subList(from, Math.min(SEATS, from + SEATS_OF_A_FAN))))
                .toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var bought : crowd.invokeAll(fans)) {
                bought.get();
            }
        }
    }

    private Callable<Void> buying(String event, String release, List<String> seats) {
        return () -> {
            var fan = new Fan(stack);
            fan.passTheQueue(release);
            var hold = Fan.patiently(() -> fan.hold(event, seats));
            hold.then().statusCode(201);
            fan.order(hold.path("id")).then().statusCode(201);
            return null;
        };
    }

    private void holdTheDoors(Page page) {
        operator.press(page, "Hold");
        operator.fill(page, "Message to those who wait", "Back in five minutes.");
        page.locator("dialog").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hold")).click();
        assertThat(page.locator("release-board .page-head .chip")).hasText("held");
        assertThat(page.getByText("“Back in five minutes.”")).isVisible();
    }

    /** The order's page says what it leads to, and the sale's figures follow. */
    private void refundATicket(Page page, Chromium.Visit visit) {
        page.locator(".tabs").getByText("Sales").click();
        assertThat(figure(page, "tickets sold").first()).hasText("1,331");
        assertThat(page.locator("sales-page canvas").last()).isVisible();
        visit.look("console-sales");
        page.locator(".tabs").getByText("Orders").click();
        page.locator("orders-page tbody a").first().click();
        page.locator("order-page tbody input[type=checkbox]").first().check();
        visit.look("console-order");
        operator.press(page, "Refund 1 ticket");
        operator.press(page, "Refund");
        assertThat(page.locator("order-page tbody").getByText("refunded")).hasCount(1);
        page.locator(".tabs").getByText("Sales").click();
        assertThat(figure(page, "tickets sold").first()).hasText("1,330");
    }

    private static Locator figure(Page page, String name) {
        var named = page.locator("dt")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + name + "$")));
        return page.locator(".figures > div").filter(new Locator.FilterOptions().setHas(named)).locator("dd");
    }
}
