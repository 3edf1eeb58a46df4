package ticketing.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import standalone.testing.StoresTestResource;
import ticketing.testing.Await;
import ticketing.testing.Browser;
import ticketing.testing.Organizer;
import ticketing.testing.Race;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** The way from an admission to tickets, over HTTP. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class BuyingIT {

    @Inject
    TestSale sale;

    @Inject
    MockMailbox mailbox;

    @Test
    void aFanWithAnAdmissionHoldsSeatsPaysAndGetsTickets() {
        var event = sale.event(20, true);
        var fan = new Browser();

        fan.exchange(sale.token(event, Optional.of(fan.thumbprint()), Instant.now().plusSeconds(60))).then()
                .statusCode(201).body("eventId", equalTo(event)).body("ordersLeft", equalTo(1))
                .body("seatsLeft", equalTo(6));
        var hold = fan.hold(event, "S-3", "S-4");
        hold.then().statusCode(201).body("state", equalTo("ACTIVE")).body("total.amount", equalTo(9900))
                .body("total.currency", equalTo("EUR")).body("seats", hasSize(2)).body("expiresAt", notNullValue());
        var order = fan.order(hold.path("id"), "ok");
        order.then().statusCode(201).body("state", equalTo("PAID")).body("total.amount", equalTo(9900));

        Browser.read(order, "").then().statusCode(200).body("tickets", hasSize(2))
                .body("tickets.seat.id", equalTo(List.of("S-3", "S-4")));
        assertThat(sale.seats(event, "SOLD")).containsExactly("S-3", "S-4");
    }

    @Test
    void anEventThatIsNotGatedNeedsNoAdmission() {
        var event = sale.event(20, false);
        var fan = new Browser();

        fan.enter(event).then().statusCode(201);
        var hold = fan.hold(event, "S-1");
        hold.then().statusCode(201);

        fan.order(hold.path("id"), "ok").then().statusCode(201).body("state", equalTo("PAID"));
    }

    @Test
    void theTicketsArePapersAndAMail() throws IOException {
        var event = sale.event(20, false);
        var fan = new Browser();
        fan.enter(event);
        var order = fan.order(fan.hold(event, "S-1", "S-2").path("id"), "ok");

        assertThat(Browser.read(order, "/tickets.pdf").asByteArray()).startsWith("%PDF".getBytes());
        Browser.read(order, "/calendar.ics").then().statusCode(200).contentType(containsString("text/calendar"))
                .body(startsWith("BEGIN:VCALENDAR")).body(containsString("Hall"));
        String ticket = Browser.read(order, "").path("tickets[0].id");
        var qr = given().baseUri(Browser.address()).header("Authorization", "Bearer " + order.path("secret"))
                .get("/api/ticketing/tickets/" + ticket + "/qr.png");
        qr.then().statusCode(200).contentType("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(qr.asByteArray())).getWidth()).isGreaterThan(200);
        String email = Browser.read(order, "").path("buyer.email");
        Await.until("the letter is sent", () -> !mailbox.getMailsSentTo(email).isEmpty());
        var mail = mailbox.getMailsSentTo(email).getFirst();
        assertThat(mail.getSubject()).contains(order.<String>path("code"));
        assertThat(mail.getText()).contains("/orders/" + order.path("code") + "#" + order.path("secret"));
        assertThat(mail.getAttachments()).hasSize(2);
    }

    @Test
    void ticketsCarryTheNamesThatTheOrganizerAsksFor() {
        var event = sale.event(20, false);
        Organizer.admin().request().body(Map.of("attendees", "REQUIRED")).put("/events/" + event + "/order-terms")
                .then().statusCode(200).body("attendees", equalTo("REQUIRED"));
        var fan = new Browser();
        fan.enter(event);
        String hold = fan.hold(event, "S-1", "S-2").path("id");

        fan.orderFor(hold, Map.of("S-2", "Grace")).then().statusCode(422).body("code", equalTo("attendees-missing"))
                .body("seats", equalTo(List.of("S-1")));
        fan.orderFor(hold, Map.of("S-1", "Ada", "S-2", "Grace", "S-3", "Eve")).then().statusCode(422)
                .body("code", equalTo("attendees-unwanted"));
        var order = fan.orderFor(hold, Map.of("S-1", "Ada", "S-2", "Grace"));

        order.then().statusCode(201);
        Browser.read(order, "").then().body("tickets.holder.name", equalTo(List.of("Ada", "Grace")));
    }

    @Test
    void anOrderOpensWithItsSecretOnly() {
        var event = sale.event(20, false);
        var fan = new Browser();
        fan.enter(event);
        var order = fan.order(fan.hold(event, "S-1").path("id"), "ok");
        var path = "/api/ticketing/orders/" + order.path("code");
        String ticket = Browser.read(order, "").path("tickets[0].id");

        for (var document : List.of("", "/tickets.pdf", "/calendar.ics")) {
            given().baseUri(Browser.address()).get(path + document).then().statusCode(404)
                    .contentType("application/problem+json");
            given().baseUri(Browser.address()).header("Authorization", "Bearer wrong").get(path + document).then()
                    .statusCode(404);
        }
        given().baseUri(Browser.address()).header("Authorization", "Bearer wrong").post(path + "/cancellation").then()
                .statusCode(404);
        given().baseUri(Browser.address()).header("Authorization", "Bearer wrong")
                .get("/api/ticketing/tickets/" + ticket + "/qr.png").then().statusCode(404);
    }

    @Test
    void anOrderIsTakenBack() {
        var event = sale.event(20, false);
        var fan = new Browser();
        fan.enter(event);
        var order = fan.order(fan.hold(event, "S-1").path("id"), "ok");

        var cancelled = given().baseUri(Browser.address()).header("Authorization", "Bearer " + order.path("secret"))
                .post("/api/ticketing/orders/" + order.path("code") + "/cancellation");

        cancelled.then().statusCode(200).body("state", equalTo("CANCELLED"))
                .body("tickets[0].state", equalTo("CANCELLED"));
        assertThat(sale.seats(event, "FREE")).hasSize(20);
        Browser.read(order, "/tickets.pdf").then().statusCode(404);
        Await.until("the money went back",
                () -> Browser.read(order, "").<String>path("payment.state").equals("REFUNDED"));
    }

    @Test
    void aDeclinedPaymentLeavesTheHold() {
        var event = sale.event(20, false);
        var fan = new Browser();
        fan.enter(event);
        String hold = fan.hold(event, "S-1").path("id");

        fan.order(hold, "declined").then().statusCode(402).body("code", equalTo("payment-declined"));
        fan.order(hold, "gold").then().statusCode(422).body("code", equalTo("unknown-payment-token"));
        fan.withSession().get("/api/ticketing/holds/" + hold).then().body("state", equalTo("ACTIVE"));

        fan.order(hold, "ok").then().statusCode(201).body("state", equalTo("PAID"));
        fan.order(hold, "ok").then().statusCode(409).body("code", equalTo("hold-used"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "slow", "twice", "late" })
    void aPaymentThatTakesItsTimeArrivesWithoutTheFan(String token) {
        var event = sale.event(20, false);
        var fan = new Browser();
        fan.enter(event);
        var order = fan.order(fan.hold(event, "S-1").path("id"), token);
        order.then().statusCode(201).body("state", equalTo("PENDING"));

        sale.expireHolds(event);
        sale.update("UPDATE demo_notice SET due_at = clock_timestamp() FROM payment WHERE payment.id ="
                + " demo_notice.payment_id AND payment.order_code = ?", order.<String>path("code"));

        Await.until("the payment arrived", () -> Browser.read(order, "").<String>path("state").equals("PAID"));
        Browser.read(order, "").then().body("tickets", hasSize(1));
        assertThat(sale.ticketed(event)).containsExactly("S-1");
    }

    /** T4. */
    @Test
    void theSameIdempotencyKeyBuysOnceHoweverManyAskAtOnce() throws Exception {
        var event = sale.event(20, false);
        var fan = new Browser();
        fan.enter(event);
        String hold = fan.hold(event, "S-1").path("id");
        var key = UUID.randomUUID().toString();

        var answers = Race.allAtOnce(IntStream.range(0, 12)
                .<Callable<Response>>mapToObj(tab -> () -> fan.order(hold, "ok", key)).toList());
        var again = fan.order(hold, "ok", key);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.<String>path("code")).distinct()).hasSize(1);
        again.then().statusCode(201).body("state", equalTo("PAID"));
        assertThat(sale.count("ticket_order WHERE event_id = ?", event)).isEqualTo(1);
        fan.order(hold, "declined", key).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void anOrderWithoutAKeyForRetriesIsRefused() {
        var event = sale.event(20, false);
        var fan = new Browser();
        fan.enter(event);
        var path = "/api/ticketing/holds/" + fan.hold(event, "S-1").path("id") + "/order";

        fan.proven("POST", path).body(Map.of("buyer", Map.of("name", "Fan", "email", "fan@example.org"), "payment",
                Map.of("method", "demo", "token", "ok"))).post(path).then().statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void anOrderWantsTheProofOfTheSessionsKey() {
        var event = sale.event(20, false);
        var fan = new Browser();
        fan.enter(event);
        var path = "/api/ticketing/holds/" + fan.hold(event, "S-1").path("id") + "/order";
        var body = Map.of("buyer", Map.of("name", "Fan", "email", "fan@example.org"), "payment",
                Map.of("method", "demo", "token", "ok"));
        var key = UUID.randomUUID().toString();

        fan.withSession().header("Idempotency-Key", key).body(body).post(path).then().statusCode(401)
                .body("code", equalTo("invalid-proof"));
        fan.withSession().header("Idempotency-Key", key)
                .header("DPoP", new Browser().proof("POST", path, fan.session())).body(body).post(path).then()
                .statusCode(403).body("code", equalTo("wrong-key"));

        fan.proven("POST", path).header("Idempotency-Key", key).body(body).post(path).then().statusCode(201);
    }

    @Test
    void aNoticeWithoutASignatureIsRefused() {
        given().baseUri(Browser.address()).contentType("application/json")
                .body(Map.of("payment", UUID.randomUUID(), "status", "PAID"))
                .post("/api/ticketing/payments/demo/notifications").then().statusCode(401)
                .body("code", equalTo("invalid-signature"));
    }
}
