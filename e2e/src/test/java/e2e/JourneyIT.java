package e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** The whole way over HTTP, as the contract tells it, against two instances of each service. */
class JourneyIT {

    private final Stack stack = Stack.shared();
    private final Organizer organizer = Organizer.of(stack);

    @Test
    void aFanQueuesIsAdmittedHoldsSeatsPaysAndGetsTickets() {
        var sale = organizer.publish(20, true);
        var release = organizer.release(sale, 600, 50);
        var fan = new Fan(stack);

        fan.passTheQueue(release);
        var hold = fan.hold(sale.event(), List.of("S-3", "S-4"));
        hold.then().statusCode(201).body("total.amount", equalTo(9900)).body("seats", hasSize(2));
        var order = fan.order(hold.path("id"));
        order.then().statusCode(201).body("state", equalTo("PAID")).body("total.currency", equalTo("EUR"));

        var tickets = read(order, "");
        tickets.then().statusCode(200).body("tickets", hasSize(2));
        assertThat(tickets.jsonPath().getList("tickets.seat.id")).containsExactlyInAnyOrder("S-3", "S-4");
        assertThat(read(order, "/tickets.pdf").asByteArray()).startsWith("%PDF".getBytes());
        read(order, "/calendar.ics").then().statusCode(200).body(startsWith("BEGIN:VCALENDAR"));
    }

    @Test
    void theTicketsArriveInTheInbox() {
        var sale = organizer.publish(10, false);
        var fan = new Fan(stack);
        fan.enter(sale.event()).then().statusCode(201);

        String code = fan.order(fan.hold(sale.event(), List.of("S-1")).path("id")).path("code");

        Await.until(Duration.ofSeconds(60), "the mail of order " + code + " is in the inbox",
                () -> given().baseUri(stack.address().toString()).get("/inbox").asString().contains(code));
    }

    @Test
    void aFanWhoseSessionIsDoneMakesRoomForTheNext() {
        var sale = organizer.publish(10, true);
        var release = organizer.release(sale, 600, 1);
        var first = new Fan(stack);
        var second = new Fan(stack);
        first.passTheQueue(release);
        var place = second.join(release).jsonPath().getInt("place");
        assertThat(first.status(release).jsonPath().getInt("serving")).as("calls run ahead only within bounds")
                .isLessThanOrEqualTo(2);

        first.order(first.hold(sale.event(), List.of("S-1")).path("id")).then().statusCode(201);

        second.passFrom(place, release);
    }

    @Test
    void aTokenIsExchangedOnce() {
        var sale = organizer.publish(10, true);
        var release = organizer.release(sale, 600, 50);
        var fan = new Fan(stack);
        var token = fan.claim(release, fan.join(release).jsonPath().getInt("place"));
        fan.exchange(token).then().statusCode(201);

        fan.exchange(token).then().statusCode(409).body("code", equalTo("admission-used"));
    }

    @Test
    void aTokenCopiedToAnotherBrowserIsRefused() {
        var sale = organizer.publish(10, true);
        var release = organizer.release(sale, 600, 50);
        var fan = new Fan(stack);
        var token = fan.claim(release, fan.join(release).jsonPath().getInt("place"));

        new Fan(stack).exchange(token).then().statusCode(403).body("code", equalTo("wrong-key"));

        fan.exchange(token).then().statusCode(201);
    }

    @Test
    void aSeatThatIsTakenIsRefusedByName() {
        var sale = organizer.publish(10, false);
        var first = new Fan(stack);
        var second = new Fan(stack);
        first.enter(sale.event());
        second.enter(sale.event());
        first.hold(sale.event(), List.of("S-1", "S-2")).then().statusCode(201);

        second.hold(sale.event(), List.of("S-2", "S-3")).then().statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("seats-taken")).body("seats", equalTo(List.of("S-2")));
    }

    @Test
    void theSameIdempotencyKeyPaysOnce() {
        var sale = organizer.publish(10, false);
        var fan = new Fan(stack);
        fan.enter(sale.event());
        String hold = fan.hold(sale.event(), List.of("S-5")).path("id");
        var key = UUID.randomUUID().toString();

        var first = fan.order(hold, "ok", key);
        var again = fan.order(hold, "ok", key);

        first.then().statusCode(201);
        again.then().statusCode(201).body("code", equalTo(first.path("code")));
        fan.order(hold, "declined", key).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aDeclinedPaymentLeavesTheHold() {
        var sale = organizer.publish(10, false);
        var fan = new Fan(stack);
        fan.enter(sale.event());
        String hold = fan.hold(sale.event(), List.of("S-6")).path("id");

        fan.order(hold, "declined", UUID.randomUUID().toString()).then().statusCode(402)
                .body("code", equalTo("payment-declined"));

        fan.order(hold).then().statusCode(201).body("state", equalTo("PAID"));
    }

    @Test
    void aFanWithoutAPlaceGetsNoSessionForAGatedEvent() {
        var sale = organizer.publish(10, true);

        new Fan(stack).enter(sale.event()).then().statusCode(403).body("code", equalTo("admission-required"));
    }

    @Test
    void anOrderIsReadOnlyWithItsSecret() {
        var sale = organizer.publish(10, false);
        var fan = new Fan(stack);
        fan.enter(sale.event());
        var order = fan.order(fan.hold(sale.event(), List.of("S-1")).path("id"));

        given().baseUri(stack.address().toString()).get("/api/ticketing/orders/" + order.path("code")).then()
                .statusCode(404).contentType("application/problem+json");
    }

    private Response read(Response order, String document) {
        return given().baseUri(stack.address().toString()).header("Authorization", "Bearer " + order.path("secret"))
                .get("/api/ticketing/orders/" + order.path("code") + document);
    }
}
