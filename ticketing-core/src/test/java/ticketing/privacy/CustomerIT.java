package ticketing.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.testing.Browser;
import ticketing.testing.Organizer;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** A buyer gets to see what is kept of them and can be forgotten, and the books stay right (E2). */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class CustomerIT {

    @Inject
    TestSale sale;

    private final String email = UUID.randomUUID() + "@example.org";
    private String event;
    private Organizer organizer;
    private Response order;

    @BeforeEach
    void aBuyerWithAnOrder() {
        event = sale.event(10, false);
        organizer = Organizer.admin().colleague(event, "organizer");
        order = buy(email, "S-1", "S-2");
        buy("other-" + email, "S-3");
    }

    @Test
    void aBuyerGetsAllThatIsKeptOfThem() {
        ask("export", Map.of("email", email.toUpperCase(java.util.Locale.ROOT))).then().statusCode(200)
                .body("orders", hasSize(1)).body("orders[0].code", equalTo(order.path("code")))
                .body("orders[0].email", equalTo(email)).body("orders[0].tickets", hasSize(2))
                .body("orders[0].total.amount", equalTo(9900));

        organizer.request().get("/audit").then().body("items.action", hasItems("customer.exported"));
    }

    @Test
    void whoIsForgottenIsInNoRowAnyMoreAndTheMoneyStays() {
        ask("erasure", Map.of("email", email)).then().statusCode(200).body("erased", hasSize(0))
                .body("kept.reason", contains("upcoming"));
        sale.update("UPDATE event SET starts_at = clock_timestamp() - interval '2 days' WHERE id = ?", event);

        ask("erasure", Map.of("email", email)).then().statusCode(200)
                .body("erased", contains(order.<String>path("code"))).body("kept", hasSize(0));

        assertThat(sale.count("ticket_order WHERE buyer_email = ? OR buyer_name = 'Fan' AND code = ?", email,
                order.path("code"))).isZero();
        ask("export", Map.of("email", email)).then().body("orders", hasSize(0));
        organizer.request().get("/events/" + event + "/sales").then().body("tickets", equalTo(3))
                .body("takings.amount", equalTo(14850));
        assertThat(sale.count("buyer_share JOIN ticket_order USING (event_id, email_digest) WHERE code = ?",
                order.<String>path("code"))).isEqualTo(1);
        organizer.request().get("/audit").then().body("items.action", hasItems("customer.erased"));
    }

    @Test
    void anOrderOfSomebodyForgottenCanStillBeRefunded() {
        ask("erasure", Map.of("email", email, "upcomingToo", true)).then().statusCode(200).body("erased", hasSize(1));

        organizer.request().header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/orders/" + order.path("code") + "/refund").then().statusCode(200);

        assertThat(sale.count("buyer_share WHERE event_id = ? AND seats = 0", event)).isEqualTo(1);
    }

    @Test
    void whoHoldsATicketOfAnothersOrWaitsForOneIsForgottenToo() {
        var holder = "holder-" + email;
        sale.update("UPDATE ticket SET holder_name = 'A Friend', holder_email = ? WHERE order_code = ?"
                + " AND position = 0", holder, order.<String>path("code"));
        sale.update("INSERT INTO waiting_entry (id, event_id, email, email_digest, quantity, state, joined_at,"
                + " changed_at) VALUES (gen_random_uuid(), ?, ?, '\\x01', 2, 'WAITING', now(), now())", event, holder);
        ask("export", Map.of("email", holder)).then().body("orders", hasSize(0))
                .body("ticketsFromOthers.name", contains("A Friend")).body("waitingLists.quantity", contains(2));

        ask("erasure", Map.of("email", holder, "upcomingToo", true)).then().statusCode(200);

        ask("export", Map.of("email", holder)).then().body("ticketsFromOthers", hasSize(0))
                .body("waitingLists", hasSize(0));
        assertThat(sale.count("ticket WHERE event_id = ? AND state = 'VALID'", event)).isEqualTo(3);
    }

    @Test
    void onlyOrganizersOfTheOrganizationMay() {
        var admin = Organizer.admin();
        var body = Map.of("email", email);

        admin.colleague(event, "steward").post(path("export"), body).then().statusCode(403);
        admin.colleague(admin.organization(), "organizer").post(path("erasure"), body).then().statusCode(404);
        ask("export", Map.of("email", "nonsense")).then().statusCode(400);
    }

    private Response ask(String what, Map<String, ?> body) {
        return organizer.post(path(what), body);
    }

    private String path(String what) {
        return "/organizations/" + event + "/customers/" + what;
    }

    private Response buy(String buyer, String... seats) {
        var fan = new Browser();
        fan.enter(event);
        var bought = fan.order(fan.hold(event, seats).path("id"), "ok", UUID.randomUUID().toString(), buyer);
        bought.then().statusCode(201);
        return bought;
    }
}
