package ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.testing.Browser;
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
}
