package ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.testing.Await;
import ticketing.testing.Browser;
import ticketing.testing.Organizer;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** Refunds by the organizer: who may, what it does, and that it happens once (T3, T4, E3). */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class RefundResourceIT {

    @Inject
    TestSale sale;

    private String event;
    private Browser fan;
    private String hold;

    @BeforeEach
    void aFanWithAHold() {
        event = sale.event(10, false);
        fan = new Browser();
        fan.enter(event);
        hold = fan.hold(event, "S-1").path("id");
    }

    @Test
    void anOrganizerRefundsOnceHoweverOftenItIsSent() {
        var order = fan.order(hold, "ok");
        var organizer = Organizer.admin().colleague(event, "organizer");
        var key = UUID.randomUUID().toString();

        refund(organizer, order, key).then().statusCode(200).body("state", equalTo("CANCELLED"));
        refund(organizer, order, key).then().statusCode(200).body("state", equalTo("CANCELLED"));

        assertThat(sale.seats(event, "FREE")).hasSize(10);
        Await.until("the money went back",
                () -> Browser.read(order, "").<String>path("payment.state").equals("REFUNDED"));
        assertThat(sale.count("audit_entry WHERE action = 'order.refunded' AND subject = ?",
                order.<String>path("code"))).isEqualTo(1);
    }

    @Test
    void onlyAnOrganizerOfTheEventMay() {
        var order = fan.order(hold, "ok");
        var key = UUID.randomUUID().toString();
        var admin = Organizer.admin();

        fan.request().header("Idempotency-Key", key).post(path(order)).then().statusCode(401);
        refund(admin.colleague(event, "steward"), order, key).then().statusCode(403);
        refund(admin.colleague(admin.organization(), "organizer"), order, key).then().statusCode(404);
        admin.request().header("Idempotency-Key", key).post("/orders/NOSUCHCODE/refund").then().statusCode(404);

        assertThat(sale.seats(event, "SOLD")).containsExactly("S-1");
    }

    @Test
    void aRefundWantsAKeyForRetriesAndAPaidOrder() {
        var order = fan.order(hold, "late");
        var admin = Organizer.admin();

        admin.request().post("/orders/" + order.path("code") + "/refund").then().statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        refund(admin, order, UUID.randomUUID().toString()).then().statusCode(409)
                .body("code", equalTo("order-not-paid"));
    }

    private static Response refund(Organizer organizer, Response order, String key) {
        return organizer.request().header("Idempotency-Key", key).post("/orders/" + order.path("code") + "/refund");
    }

    private static String path(Response order) {
        return "/api/ticketing/orders/" + order.path("code") + "/refund";
    }
}
