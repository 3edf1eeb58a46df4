package ticketing.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.hold.TestHolds;
import ticketing.testing.Await;
import ticketing.testing.Browser;
import ticketing.testing.Organizer;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.StripeFakeResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** T3 with a provider that is far away: whatever gets lost, late, repeated or out of order, the order ends right. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
@QuarkusTestResource(StripeFakeResource.class)
class StripeIT {

    @Inject
    TestSale sale;

    @Inject
    TestHolds holds;

    @Inject
    FollowUpPaymentsJob followUp;

    @ConfigProperty(name = "test.stripe")
    String stripe;

    private String event;
    private Browser fan;
    private String hold;

    @BeforeEach
    void aFanWithAHold() {
        event = sale.event(10, false);
        fan = new Browser();
        fan.enter(event);
        hold = fan.hold(event, "S-1", "S-2").path("id");
    }

    @Test
    void aCardIsChargedOnceHoweverOftenTheOrderIsSentAndRefundedInParts() {
        given().baseUri(Browser.address()).get("/api/ticketing/payments/methods").then().statusCode(200)
                .body("methods.method", hasItems("demo", "stripe"));
        var key = UUID.randomUUID().toString();

        var order = order("pm_card_visa", key);
        order.then().statusCode(201).body("state", equalTo("PAID"));
        order("pm_card_visa", key).then().statusCode(201).body("code", equalTo(order.path("code")));

        assertThat(intent(order).getInt("amount")).isEqualTo(9900);
        List<String> tickets = Browser.read(order, "").path("tickets.id");
        refund(order, Map.of("tickets", List.of(tickets.getFirst()))).then().statusCode(200)
                .body("state", equalTo("PAID")).body("refunded.amount", equalTo(4950));
        followUntil(order, "payment", "PAID");
        assertThat(sale.seats(event, "SOLD")).containsExactly("S-2");
        refund(order, Map.of("tickets", List.of(tickets.getFirst()))).then().statusCode(422)
                .body("code", equalTo("ticket-not-valid"));
        refund(order, Map.of()).then().statusCode(200).body("state", equalTo("CANCELLED"));
        followUntil(order, "payment", "REFUNDED");

        assertThat(intent(order).<Integer>getList("refunds")).containsExactly(4950, 4950);
        assertThat(sale.seats(event, "FREE")).hasSize(10);
    }

    /** Stripe's script is let in where fans pay, and on no other page. */
    @Test
    void onlyThePageOfAnEventLetsStripeIn() {
        given().baseUri(Browser.address()).get("/events/" + event).then().statusCode(200)
                .header("Content-Security-Policy", allOf(containsString("script-src 'self' https://js.stripe.com;"),
                        containsString("frame-src https://js.stripe.com"), not(containsString("unsafe"))));
        given().baseUri(Browser.address()).get("/").then().statusCode(200)
                .header("Content-Security-Policy", not(containsString("stripe")));
    }

    @Test
    void aDeclinedCardLeavesTheHoldAndItsIntentCannotBePaidLater() {
        order("pm_declined").then().statusCode(402).body("code", equalTo("payment-declined"));
        order("pm_no_such").then().statusCode(422).body("code", equalTo("unknown-payment-token"));

        assertThat(sale.seats(event, "HELD")).containsExactly("S-1", "S-2");
        assertThat(intentOf(paymentOf(hold)).getString("status")).isEqualTo("canceled");
        order("pm_card_visa").then().statusCode(201).body("state", equalTo("PAID"));
    }

    @Test
    void aNoticeCountsWhenItIsSignedAndOnceAndAsAHintOnly() {
        var order = order("pm_3ds");
        order.then().statusCode(201).body("state", equalTo("PENDING")).body("payment.clientSecret", notNullValue());

        notice(order, "succeeded", Instant.now(), "whsec_wrong").then().statusCode(401)
                .body("code", equalTo("invalid-signature"));
        notice(order, "succeeded", Instant.now().minusSeconds(400)).then().statusCode(401);
        notice(order, "succeeded", Instant.now()).then().statusCode(204);
        assertThat(stateOf(order, "ticket_order")).as("the bank knows nothing of it").isEqualTo("PENDING");
        steer(order, "succeeded");
        // Overtaken by the truth: what the notice says is old.
        notice(order, "payment_failed", Instant.now()).then().statusCode(204);
        notice(order, "succeeded", Instant.now()).then().statusCode(204);
        notice(order, "canceled", Instant.now()).then().statusCode(204);

        assertThat(stateOf(order, "ticket_order")).isEqualTo("PAID");
        assertThat(sale.ticketed(event)).containsExactlyInAnyOrder("S-1", "S-2");
    }

    /** The card is known when the bank has agreed: too late to refuse the order, in time for the next. */
    @Test
    void aCardThatABankAskedAboutLinksItsOrders() {
        sale.set(event, "max_seats_per_buyer", 3);
        var noticed = order("pm_3ds");
        steer(noticed, "succeeded");
        notice(noticed, "succeeded", Instant.now()).then().statusCode(204);
        var other = new Browser();
        other.enter(event);
        var followed = order(other, other.hold(event, "S-3", "S-4").path("id"), "grace@example.org", "pm_3ds",
                UUID.randomUUID().toString());
        assertThat(cards(followed)).as("nobody paid yet").isZero();
        steer(followed, "succeeded");
        followUntil(followed, "ticket_order", "PAID");

        assertThat(cards(noticed)).isOne();
        assertThat(cards(followed)).isOne();
        other.enter(event);
        other.order(other.hold(event, "S-5").path("id"), "ok", UUID.randomUUID().toString(), "grace@example.org")
                .then().statusCode(422).body("code", equalTo("over-limit")).body("seatsAllowed", equalTo(0));
    }

    @Test
    void anAnswerThatGotLostIsAskedForAndSoIsANoticeThatNeverCame() {
        var lost = order("pm_lost");
        lost.then().statusCode(201).body("state", equalTo("PENDING"));
        followUntil(lost, "ticket_order", "PAID");

        var other = new Browser();
        other.enter(event);
        hold = other.hold(event, "S-3").path("id");
        fan = other;
        var silent = order("pm_processing");
        followNow(silent);
        assertThat(stateOf(silent, "ticket_order")).isEqualTo("PENDING");
        steer(silent, "succeeded");
        followUntil(silent, "ticket_order", "PAID");
    }

    /** The fan never answered the bank: the intent is ended, so that nobody pays for seats that are gone. */
    @Test
    void aPaymentThatIsNotFinishedWhenItsSeatsNoLongerWaitIsEnded() {
        var order = order("pm_3ds");

        letTheSeatsGo(order);
        followUntil(order, "ticket_order", "DECLINED");

        assertThat(intent(order).getString("status")).isEqualTo("canceled");
        assertThat(sale.seats(event, "FREE")).hasSize(10);
    }

    @Test
    void aLatePaymentTakesTheSeatsIfTheyAreFreeAndGoesBackIfNot() {
        var late = order("pm_processing");
        letTheSeatsGo(late);
        followNow(late);
        assertThat(stateOf(late, "ticket_order")).as("cannot be ended any more").isEqualTo("PENDING");
        holds.place(event, sale.shopper(event), "S-2");
        steer(late, "succeeded");

        notice(late, "succeeded", Instant.now()).then().statusCode(204);
        assertThat(stateOf(late, "ticket_order")).isEqualTo("REFUNDED");
        followUntil(late, "payment", "REFUNDED");

        assertThat(intent(late).<Integer>getList("refunds")).containsExactly(9900);
        assertThat(sale.ticketed(event)).isEmpty();
    }

    /** It fails before anything happened, then its answer gets lost: it is asked again, under the same id. */
    @Test
    void theMoneyOfACancelledEventGoesBackOnceWhateverTheProviderDoes() {
        var order = order("pm_card_visa");
        var admin = Organizer.admin();
        var refunds = "/events/" + event + "/refunds";
        refunding(order, "fail");
        admin.request().post("/events/" + event + "/cancellation").then().statusCode(200);

        admin.request().header("Idempotency-Key", "all").post(refunds).then().statusCode(202);
        Await.until("it is asked again and again", () -> {
            followNow(order);
            return admin.request().get(refunds).jsonPath().getInt("refunds.troubled") == 1;
        });
        admin.request().get(refunds).then().body("state", equalTo("RUNNING")).body("orders.takenBack", equalTo(1))
                .body("refunds.due.amount", equalTo(9900)).body("refunds.returned.amount", equalTo(0));
        assertThat(intent(order).<Integer>getList("refunds")).isEmpty();
        refunding(order, "lose");
        Await.until("it went back, and nobody here knows", () -> {
            followNow(order);
            return !intent(order).<Integer>getList("refunds").isEmpty();
        });
        assertThat(stateOf(order, "payment")).isEqualTo("REFUND_DUE");
        refunding(order, "ok");
        followUntil(order, "payment", "REFUNDED");

        assertThat(intent(order).<Integer>getList("refunds")).containsExactly(9900);
        admin.request().get(refunds).then().body("state", equalTo("DONE")).body("refunds.troubled", equalTo(0))
                .body("refunds.returned.amount", equalTo(9900));
    }

    private Response order(String token) {
        return order(token, UUID.randomUUID().toString());
    }

    private Response order(String token, String key) {
        return order(fan, hold, "fan@example.org", token, key);
    }

    private static Response order(Browser fan, String hold, String email, String token, String key) {
        var path = "/api/ticketing/holds/" + hold + "/order";
        return fan.proven("POST", path).header("Idempotency-Key", key).body(Map.of(
                "buyer", Map.of("name", "Fan", "email", email),
                "payment", Map.of("method", "stripe", "token", token))).post(path);
    }

    private static Response refund(Response order, Map<String, ?> what) {
        return Organizer.admin().request().header("Idempotency-Key", UUID.randomUUID().toString()).body(what)
                .post("/orders/" + order.path("code") + "/refund");
    }

    private Response notice(Response order, String kind, Instant at) {
        return notice(order, kind, at, StripeFakeResource.WEBHOOK_SECRET);
    }

    private Response notice(Response order, String kind, Instant at, String secret) {
        var body = "{\"id\":\"evt_%s\",\"type\":\"payment_intent.%s\",\"data\":{\"object\":{\"id\":\"%s\"}}}"
                .formatted(UUID.randomUUID(), kind, intent(order).getString("id"));
        return given().baseUri(Browser.address()).contentType(ContentType.JSON).body(body)
                .header("Stripe-Signature", "t=%d,v1=%s".formatted(at.getEpochSecond(),
                        sign(secret, at.getEpochSecond() + "." + body)))
                .post("/api/ticketing/payments/stripe/notifications");
    }

    private static String sign(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void steer(Response order, String status) {
        given().baseUri(stripe).get("/test/intents/" + payment(order) + "?status=" + status).then().statusCode(200);
    }

    private void refunding(Response order, String how) {
        given().baseUri(stripe).get("/test/intents/" + payment(order) + "?refunding=" + how).then().statusCode(200);
    }

    private int cards(Response order) {
        return sale.count("buyer_mark WHERE order_code = ? AND kind = 'PAYMENT'",
                order.<String>path("code"));
    }

    private JsonPath intent(Response order) {
        return intentOf(payment(order));
    }

    private JsonPath intentOf(String payment) {
        return given().baseUri(stripe).get("/test/intents/" + payment).jsonPath();
    }

    private String payment(Response order) {
        return sale.text("SELECT id AS state FROM payment WHERE order_code = ?", order.<String>path("code"));
    }

    private String paymentOf(String hold) {
        return sale.text("""
                SELECT payment.id AS state
                  FROM payment
                  JOIN ticket_order ON code = order_code
                 WHERE hold_id = ?
                 ORDER BY payment.created_at
                """, UUID.fromString(hold));
    }

    private void letTheSeatsGo(Response order) {
        sale.expireHolds(event);
        sale.update("UPDATE payment SET seats_wait_until = clock_timestamp() WHERE order_code = ?",
                order.<String>path("code"));
    }

    private void followNow(Response order) {
        sale.update("UPDATE payment SET ask_at = clock_timestamp() WHERE order_code = ? AND ask_at IS NOT NULL",
                order.<String>path("code"));
        followUp.run();
    }

    /** The job runs by itself too: whichever of the two takes the payment, it ends like that. */
    private void followUntil(Response order, String table, String state) {
        Await.until(table + " is " + state, () -> {
            followNow(order);
            return stateOf(order, table).equals(state);
        });
    }

    private String stateOf(Response order, String table) {
        var column = table.equals("payment") ? "order_code" : "code";
        return sale.text("SELECT state FROM " + table + " WHERE " + column + " = ?", order.<String>path("code"));
    }
}
