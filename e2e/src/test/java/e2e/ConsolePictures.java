package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.microsoft.playwright.Page;
import e2e.Chromium.Screen;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures of the console that its page in the documents shows; {@code build/screenshots} runs it. No test:
 * its name keeps it out of the ordinary run.
 */
class ConsolePictures {

    private static final Path IMAGES = Path.of(System.getProperty("project.home", ".."), "docs", "images");
    private static final String SALE = "Nachtlinie: The Last Tram";
    private static final int FANS = 40;
    private static final double SETTLED_MILLIS = 2_500;

    private final Stack stack = Stack.shared();
    private final ConsoleOperator operator = new ConsoleOperator(stack);

    @Test
    void theMainPagesOnALaptopAndOnAPhone() throws InterruptedException {
        var staff = Organizer.of(stack).staff();
        String event = staff.queryParam("query", SALE).get("/api/ticketing/staff/events").path("items[0].id");
        String release = staff.get("/api/waiting-room/releases?event=" + event).path("items[0].id");
        sellSome(event, release);
        try (var chromium = Chromium.start()) {
            for (var screen : List.of(Screen.WIDE, Screen.PHONE)) {
                try (var visit = chromium.visit(screen)) {
                    operator.signIn(visit.page());
                    pages(event, release).forEach((name, address) -> picture(visit.page(), screen, name, address));
                }
            }
        }
    }

    private static Map<String, String> pages(String event, String release) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("events", "/events");
        pages.put("event", "/events/" + event);
        pages.put("settings", "/events/" + event + "/settings");
        pages.put("release", "/events/" + event + "/releases/" + release);
        pages.put("sales", "/events/" + event + "/sales");
        pages.put("orders", "/events/" + event + "/orders");
        pages.put("venues", "/venues");
        pages.put("team", "/team");
        pages.put("system", "/system");
        pages.put("throttles", "/throttles");
        pages.put("defense", "/defense");
        return pages;
    }

    private void picture(Page page, Screen screen, String name, String address) {
        operator.open(page, address);
        page.waitForTimeout(SETTLED_MILLIS);
        assertThat(page.getByText("There is nothing at this address").count()).as(address).isZero();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(IMAGES.resolve("console-%s-%d.png".formatted(name, screen.width()))));
    }

    /** A sale that shows something: some have bought, and some still wait. */
    private void sellSome(String event, String release) throws InterruptedException {
        var seats = operator.freeSeats(event);
        var fans = IntStream.range(0, FANS).mapToObj(number -> Executors.callable(() -> {
            var fan = new Fan(stack);
            fan.passTheQueue(release);
            var hold = fan.hold(event, seats.subList(number * 2, number * 2 + 2));
            fan.order(hold.path("id"));
        })).toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            crowd.invokeAll(fans);
        }
    }
}
