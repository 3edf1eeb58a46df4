package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import e2e.Chromium.Screen;
import e2e.Chromium.Visit;
import org.junit.jupiter.api.Test;

/** Other ways to a ticket than the first come: by card at Stripe, and by the waiting list. */
class PayInBrowserIT {

    private final Chromium chromium = Chromium.shared();
    private final Stack stack = Stack.shared();
    private final Organizer organizer = Organizer.of(stack);

    /** The last place is given back, held for whoever waits, and bought by the link in the mail, on another device. */
    @Test
    void aPlaceToStandThatComesBackIsOfferedToWhoeverWaits() {
        var sale = organizer.publishStanding(1);
        var email = "waiting-" + UUID.randomUUID() + "@example.org";
        try (var buyer = chromium.visit(Screen.DESK);
                var waiting = chromium.visit(Screen.PHONE);
                var device = chromium.visit(Screen.PHONE)) {
            var page = openEvent(buyer, sale);
            page.getByLabel("Places").selectOption("1");
            BuyInBrowserIT.button(page, "Take places").click();
            BuyInBrowserIT.checkOut(page);
            BuyInBrowserIT.button(page, "Pay €49.50").click();
            assertThat(page.getByText("You are going!")).isVisible();

            var line = openEvent(waiting, sale);
            line.getByLabel("E-mail").fill(email);
            line.locator("waiting-list").getByLabel("Seats").selectOption("1");
            waiting.lookCloser("sold-out");
            BuyInBrowserIT.button(line, "Join the waiting list").click();
            assertThat(line.getByText("You are the first in line.")).isVisible();

            BuyInBrowserIT.button(page, "Give back").click();
            assertThat(page.getByText("Give this ticket back?")).isVisible();
            buyer.lookCloser("giving-back");
            BuyInBrowserIT.button(page, "Yes, give it back").click();
            assertThat(page.getByText("Show this code at the entrance.")).isHidden();

            var there = device.page();
            there.navigate(Inbox.of(stack).link(email, "/events/" + sale.event() + "#offer="));
            assertThat(there.getByText("1 seat is yours for now")).isVisible();
            device.lookCloser("offer");
            BuyInBrowserIT.checkOut(there);
            BuyInBrowserIT.button(there, "Pay €49.50").click();
            assertThat(there.getByText("You are going!")).isVisible();
            assertThat(device.troubles()).isEmpty();
        }
    }

    /** With a pretended Stripe: its script, what the shop offers, and the policy that lets it in, as the core sends it. */
    @Test
    void cardsAreTypedIntoStripesFormAndWeGetATokenOnly() {
        var sale = organizer.publish(20, false);
        try (var fan = chromium.visit(Screen.PHONE)) {
            var stripe = PretendedStripe.on(fan.page(), sale.event());
            var page = openEvent(fan, sale);
            BuyInBrowserIT.chooseWithKeyboard(page, "S-4");
            BuyInBrowserIT.button(page, "Continue").click();
            assertThat(page.getByText("Card data goes to Stripe, never to us.")).isVisible();
            assertThat(page.getByLabel("Card that works")).hasCount(0);
            BuyInBrowserIT.checkOut(page);
            BuyInBrowserIT.button(page, "Pay €49.50").click();
            assertThat(page.getByRole(AriaRole.ALERT).getByText("Your card number is incomplete.")).isVisible();
            fan.lookCloser("card");

            page.getByLabel("Card number").fill("4242 4242 4242 4242");
            BuyInBrowserIT.button(page, "Pay €49.50").click();
            page.waitForURL("**/orders/PRETENDED#secret");

            assertThat(stripe.orders()).singleElement().asString().contains("\"method\":\"stripe\"",
                    "\"token\":\"pm_pretended\"").doesNotContain("4242");
            assertThat(fan.troubles()).isEmpty();
        }
    }

    private Page openEvent(Visit fan, Organizer.Sale sale) {
        fan.page().navigate(stack.address() + "/events/" + sale.event());
        return fan.page();
    }
}
