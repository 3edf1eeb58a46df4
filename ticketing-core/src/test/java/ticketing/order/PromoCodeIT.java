package ticketing.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.admission.AuthorizeShopper;
import ticketing.admission.SessionAccess;
import ticketing.admission.Shopper;
import ticketing.database.UnlockedDatabase;
import ticketing.hold.TestHolds;
import ticketing.testing.Browser;
import ticketing.testing.Organizer;
import ticketing.testing.Race;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** Promo codes, fees and tax: what they do to a total, and that a code serves exactly as many orders as it has uses. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class PromoCodeIT {

    @Inject
    TestSale sale;

    @Inject
    TestHolds holds;

    @Inject
    AuthorizeShopper authorize;

    @Inject
    StartOrder startOrder;

    @Inject
    SettleOrder settleOrder;

    private String event;
    private Organizer organizer;

    @BeforeEach
    void anEventAndItsOrganizer() {
        event = sale.event(60, false);
        organizer = Organizer.admin().colleague(event, "organizer");
    }

    @Test
    void aCodeOfTenUsesServesExactlyTenOrdersHoweverManyRaceForIt() throws Exception {
        create(Map.of("code", "ten-only", "amount", 500, "uses", 10)).then().statusCode(201);

        var outcomes = Race.allAtOnce(fansWithCode(48, "TEN-ONLY"));

        var started = started(outcomes);
        assertThat(started).hasSize(10);
        assertThat(outcomes).filteredOn(outcome -> outcome instanceof StartOutcome.Refused refused
                && refused.outcome() instanceof OrderOutcome.PromoCodeUsedUp).hasSize(38);
        assertThat(sale.count("ticket_order WHERE event_id = ? AND promo_code IS NOT NULL AND amount = 4450", event))
                .isEqualTo(10);

        Race.allAtOnce(started.stream()
                .<Callable<Object>>map(order -> () -> settleOrder.settle(order.paymentId(), false)).toList());

        assertThat(used("ten-only")).as("orders that came to nothing give their use back").isZero();
    }

    /** The negative control: the same race, with the claim cut into a look and a write. */
    @Test
    void withoutItsLockACodeOfTenUsesServesMore() throws Exception {
        create(Map.of("code", "ten-only", "amount", 500, "uses", 10)).then().statusCode(201);
        var calls = fansWithCode(48, "TEN-ONLY");

        List<StartOutcome> outcomes = UnlockedDatabase.withoutLocks(() -> Race.allAtOnce(calls));

        assertThat(started(outcomes)).hasSizeGreaterThan(10);
    }

    @Test
    void aDiscountIsTakenOffWhatIsHeldAndTheUseComesBackWithACancellation() {
        create(Map.of("code", "QUARTER", "percent", 25, "uses", 1, "categories", List.of("Standard"))).then()
                .statusCode(201).body("percent", equalTo(25.0f)).body("used", equalTo(0));
        var fan = fan();
        String hold = fan.hold(event, "S-1", "S-2").path("id");
        fan.withSession().body(Map.of("promoCode", "quarter")).post("/api/ticketing/holds/" + hold + "/quote").then()
                .statusCode(200).body("total.amount", equalTo(7424)).body("bill.discount.amount", equalTo(2476));

        var order = order(fan, hold, "quarter");

        order.then().statusCode(201).body("state", equalTo("PAID")).body("total.amount", equalTo(7424))
                .body("promoCode", equalTo("quarter"));
        Browser.read(order, "").then().body("tickets.paid.amount", equalTo(List.of(3712, 3712)))
                .body("tickets[0].seat.price.amount", equalTo(4950));
        assertThat(used("QUARTER")).isEqualTo(1);
        var late = fan();
        order(late, late.hold(event, "S-3").path("id"), "QUARTER").then().statusCode(409)
                .body("code", equalTo("promo-code-used-up"));
        given().baseUri(Browser.address()).header("Authorization", "Bearer " + order.path("secret"))
                .post("/api/ticketing/orders/" + order.path("code") + "/cancellation").then().statusCode(200);
        assertThat(used("QUARTER")).isZero();
    }

    @Test
    void aCodeThatIsNotGoodLeavesTheHoldAsItWas() {
        create(Map.of("code", "SLEEPING", "percent", 10, "uses", 5)).then().statusCode(201);
        organizer.request().body(Map.of("active", false)).patch(codes() + "/sleeping").then().statusCode(200);
        var fan = fan();
        String hold = fan.hold(event, "S-1").path("id");

        order(fan, hold, "NOSUCH").then().statusCode(422).body("code", equalTo("unknown-promo-code"));
        order(fan, hold, "SLEEPING").then().statusCode(422).body("code", equalTo("unknown-promo-code"));
        create(Map.of("code", "OTHER", "percent", 10, "uses", 5, "categories", List.of("Balcony"))).then()
                .statusCode(422).body("code", equalTo("unknown-category"));
        create(Map.of("code", "sleeping", "percent", 10, "uses", 5)).then().statusCode(409)
                .body("code", equalTo("promo-code-exists"));
        create(Map.of("percent", 10, "amount", 100, "uses", 5)).then().statusCode(400);
        organizer.request().get(codes()).then().statusCode(200).body("items", hasSize(1));

        assertThat(sale.count("buyer_share WHERE event_id = ? AND seats > 0", event)).isZero();
        order(fan, hold, null).then().statusCode(201).body("total.amount", equalTo(4950));
    }

    @Test
    void feesAreOnTopFromTheHoldOnAndTaxIsWithin() {
        organizer.request().body(Map.of("serviceFee", Map.of("amountPerTicket", 150, "percent", 2), "taxPercent", 19))
                .put("/events/" + event + "/order-terms").then().statusCode(200)
                .body("serviceFee.perTicket.amount", equalTo(150));
        create(Map.of("code", "FREE", "percent", 100, "uses", 1)).then().statusCode(201);
        var fan = fan();

        var hold = fan.hold(event, "S-1", "S-2");
        hold.then().body("total.amount", equalTo(2 * (4950 + 150 + 99))).body("seats[0].price.amount", equalTo(4950))
                .body("bill.fee.amount", equalTo(498)).body("bill.taxIncluded.amount", equalTo(1660));
        organizer.request().body(Map.of()).put("/events/" + event + "/order-terms").then().statusCode(200)
                .body("serviceFee.perTicket.amount", equalTo(0));

        order(fan, hold.path("id"), null).then().statusCode(201).body("total.amount", equalTo(10_398));
        organizer.request().get("/events/" + event + "/sales").then().body("takings.amount", equalTo(10_398));
        var other = fan();
        order(other, other.hold(event, "S-3").path("id"), "FREE").then().statusCode(201)
                .body("state", equalTo("PAID")).body("total.amount", equalTo(0));
    }

    private List<Callable<StartOutcome>> fansWithCode(int fans, String code) {
        return IntStream.rangeClosed(1, fans).<Callable<StartOutcome>>mapToObj(fan -> {
            var shopper = sale.shopper(event);
            var request = request(holds.place(event, shopper, "S-" + fan), code);
            return () -> startOrder.start(request, sessionOf(shopper));
        }).toList();
    }

    private static List<TicketOrder.Facts> started(List<StartOutcome> outcomes) {
        return outcomes.stream().filter(StartOutcome.Started.class::isInstance)
                .map(outcome -> ((StartOutcome.Started) outcome).order().facts()).toList();
    }

    private Browser fan() {
        var fan = new Browser();
        fan.enter(event);
        return fan;
    }

    private Response create(Map<String, ?> code) {
        return organizer.post(codes(), code);
    }

    private String codes() {
        return "/events/" + event + "/promo-codes";
    }

    private int used(String code) {
        return organizer.request().get(codes() + "/" + code).then().statusCode(200).extract().path("used");
    }

    private static Response order(Browser fan, String hold, String promoCode) {
        var path = "/api/ticketing/holds/" + hold + "/order";
        var body = new HashMap<String, Object>(Map.of("buyer",
                Map.of("name", "Fan", "email", UUID.randomUUID() + "@example.org"),
                "payment", Map.of("method", "demo", "token", "ok")));
        body.put("promoCode", promoCode);
        return fan.proven("POST", path).header("Idempotency-Key", UUID.randomUUID().toString()).body(body).post(path);
    }

    private UUID sessionOf(Shopper shopper) {
        return ((SessionAccess.Granted) authorize.authorize(shopper)).session().id();
    }

    private static OrderRequest request(UUID hold, String promoCode) {
        return new OrderRequest(hold, new TicketOrder.Buyer("Fan", UUID.randomUUID() + "@example.org"),
                Optional.of(promoCode), Map.of(), "demo", "ok", UUID.randomUUID().toString());
    }
}
