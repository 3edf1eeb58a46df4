package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Somebody at the console's controls. */
final class ConsoleOperator {

    private final Stack stack;

    ConsoleOperator(Stack stack) {
        this.stack = stack;
    }

    /** As the first admin, to the console's first page. */
    void signIn(Page page) {
        page.navigate(stack.address() + "/admin");
        page.locator("#email").fill(Stack.ADMIN_EMAIL);
        page.locator("#password").fill(Stack.ADMIN_PASSWORD);
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("console-shell h1")).isVisible();
    }

    void open(Page page, String address) {
        page.navigate(stack.address() + "/admin" + address);
        assertThat(page.locator("console-shell h1").first()).isVisible();
    }

    /** Presses the button of exactly that name; one in a dialog if one is open. */
    void press(Page page, String name) {
        var button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        button.last().click();
    }

    /** Fills a field of the dialog that is open. */
    void fill(Page page, String label, String value) {
        page.locator("dialog").getByLabel(label).fill(value);
    }

    /** Presses a button, and once more in the dialog that asks whether it is meant. */
    void confirm(Page page, String name) {
        press(page, name);
        page.locator("dialog").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name)).click();
    }

    /** The ids of the seats of an event that can be bought. */
    List<String> freeSeats(String event) {
        var seats = new ArrayList<String>();
        String after = null;
        do {
            var request = given().baseUri(stack.address().toString()).queryParam("state", "FREE")
                    .queryParam("limit", 200);
            var answer = (after == null ? request : request.queryParam("after", after))
                    .get("/api/ticketing/events/{event}/seats", event);
            answer.then().statusCode(200);
            seats.addAll(answer.jsonPath().getList("items.id", String.class));
            after = answer.path("next");
        } while (after != null);
        return seats;
    }
}
