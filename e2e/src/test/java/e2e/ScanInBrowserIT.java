package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import e2e.Chromium.Screen;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** A steward at the gate: tickets are read from pictures, with network and without. */
class ScanInBrowserIT {

    private final Chromium chromium = Chromium.shared();
    private final Stack stack = Stack.shared();
    private final Organizer organizer = Organizer.of(stack);

    @Test
    void aTicketLetsInOnceAlsoWhileThereIsNoNetwork() {
        var title = "Gate " + UUID.randomUUID();
        var sale = organizer.publish(10, false, title);
        var tickets = buy(sale.event());
        try (var steward = chromium.visit(Screen.PHONE)) {
            var page = steward.page();
            page.navigate(stack.address() + "/scan");
            steward.lookCloser("scan-door");
            signIn(page);
            page.getByLabel("Find the event").fill(title);
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(title)).click();
            assertThat(page.getByText("0 of 2 inside")).isVisible();
            steward.lookCloser("scan");

            read(page, tickets.get(0));
            assertThat(verdict(page)).containsText("Let in");
            steward.picture("scan-let-in");
            assertThat(verdict(page)).isHidden();
            read(page, tickets.get(0));
            assertThat(verdict(page)).containsText("Somebody is inside with this ticket");
            steward.look("scan-stopped");
            next(page);

            page.context().setOffline(true);
            page.reload();
            read(page, tickets.get(1));
            assertThat(verdict(page)).containsText("checked without network");
            assertThat(page.getByText("1 scan waits")).isVisible();
            assertThat(verdict(page)).isHidden();
            read(page, tickets.get(1));
            assertThat(verdict(page)).containsText("Already inside");
            next(page);

            page.context().setOffline(false);
            assertThat(page.getByText("2 of 2 inside")).isVisible();
            assertThat(page.getByText("1 scan waits")).isHidden();
            assertThat(steward.troubles()).isEmpty();
        }
    }

    /** Two tickets' codes, as their buyer shows them. */
    private List<byte[]> buy(String event) {
        var fan = new Fan(stack);
        Fan.patiently(() -> fan.enter(event)).then().statusCode(201);
        var hold = Fan.patiently(() -> fan.hold(event, List.of("S-1", "S-2")));
        var order = fan.order(hold.path("id"));
        order.then().statusCode(201);
        String secret = order.path("secret");
        List<String> ids = read(fan, secret, "/api/ticketing/orders/" + order.path("code")).path("tickets.id");
        return ids.stream().map(id -> read(fan, secret, "/api/ticketing/tickets/" + id + "/qr.png").asByteArray())
                .toList();
    }

    private static Response read(Fan fan, String secret, String path) {
        return Fan.patiently(() -> fan.request().header("Authorization", "Bearer " + secret).get(path));
    }

    private static void signIn(Page page) {
        page.getByLabel("E-mail").fill(Stack.ADMIN_EMAIL);
        page.getByLabel("Password").fill(Stack.ADMIN_PASSWORD);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in")).click();
    }

    private static void read(Page page, byte[] picture) {
        page.getByLabel("Or read a picture").setInputFiles(new FilePayload("ticket.png", "image/png", picture));
    }

    private static Locator verdict(Page page) {
        return page.locator(".verdict");
    }

    private static void next(Page page) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Next guest")).click();
        assertThat(verdict(page)).isHidden();
    }
}
