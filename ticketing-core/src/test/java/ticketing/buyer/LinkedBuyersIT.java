package ticketing.buyer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

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
import ticketing.testing.Race;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** T5 for buyers who come under several names. At most six seats a buyer. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class LinkedBuyersIT {

    @Inject
    TestSale sale;

    private String event;

    @BeforeEach
    void putOnSale() {
        event = sale.event(40, false);
        sale.set(event, "max_seats_per_buyer", 6);
    }

    @Test
    void oneDeviceIsOneBuyerUntilAnAdminTakesThemApart() {
        var device = new Browser();
        buy(device, "ada@example.org", 1, 4).then().statusCode(201);

        buy(device, "grace@example.org", 5, 7).then().statusCode(422).body("code", equalTo("over-limit"))
                .body("seatsAllowed", equalTo(2));
        buy(device, "grace@example.org", 8, 9).then().statusCode(201);

        var admin = Organizer.admin();
        var path = "/events/" + event + "/buyer-clusters";
        var cluster = admin.request().get(path).then().statusCode(200).body("items", hasSize(1))
                .body("items[0].addresses", equalTo(2)).body("items[0].seats", equalTo(6))
                .body("items[0].orders", hasSize(2)).body("items[0].edges", hasSize(1))
                .body("items[0].edges[0].kind", equalTo("DEVICE")).extract().jsonPath();
        String mark = cluster.getString("items[0].edges[0].mark");
        admin.post(path + "/cuts", Map.of("kind", "MAILBOX", "mark", mark, "reason", "no")).then().statusCode(422);
        admin.post(path + "/cuts", Map.of("kind", "DEVICE", "mark", "00", "reason", "no")).then().statusCode(404);
        admin.post(path + "/cuts", Map.of("kind", "DEVICE", "mark", mark, "reason", "A family's computer")).then()
                .statusCode(201);
        admin.request().get(path + "/cuts").then().body("items.mark", hasItem(mark));
        admin.request().get(path).then().body("items", hasSize(0));
        admin.request().get("/audit").then().body("items.action", hasItem("buyers.separated"));

        buy(device, "grace@example.org", 10, 13).then().statusCode(201);
        admin.request().delete(path + "/cuts/DEVICE/" + mark).then().statusCode(204);
        admin.request().delete(path + "/cuts/DEVICE/" + mark).then().statusCode(404);
        buy(device, "mary@example.org", 14, 14).then().statusCode(422).body("seatsAllowed", equalTo(0));
    }

    @Test
    void addressesOfOneMailboxAreOneBuyer() {
        buy(new Browser(), "ada.fan@gmail.com", 1, 4).then().statusCode(201);

        buy(new Browser(), "AdaFan+tickets@googlemail.com", 5, 7).then().statusCode(422)
                .body("seatsAllowed", equalTo(2));
    }

    /** Or somebody could take another's share away without paying for anything. */
    @Test
    void onlyOrdersThatStandLinkBuyers() {
        var device = new Browser();
        buy(device, "ada@example.org", 1, 6).then().statusCode(201);
        buy(device, "victim@example.org", 7, 7).then().statusCode(422);
        var other = new Browser();
        other.enter(event);
        other.order(other.hold(event, "S-8").path("id"), "declined", UUID.randomUUID().toString(),
                "victim@example.org").then().statusCode(402);
        buy(other, "grace@example.org", 9, 14).then().statusCode(201);

        buy(new Browser(), "victim@example.org", 15, 20).then().statusCode(201);
    }

    /** Under many names at once, from many devices, to one mailbox. */
    @Test
    void aClusterNeverGetsMoreHoweverManyOfItBuyAtOnce() throws Exception {
        var calls = IntStream.range(0, 8).mapToObj(buyer -> (Callable<Integer>) () -> buy(new Browser(),
                "ada+%d@example.org".formatted(buyer), 2 * buyer + 1, 2 * buyer + 2).statusCode()).toList();

        List<Integer> answers = Race.allAtOnce(calls);

        assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(5);
        assertThat(sale.seats(event, "SOLD")).hasSize(6);
    }

    @Test
    void theClustersAreForAdmins() {
        var admin = Organizer.admin();
        var organizer = admin.colleague(admin.organization(), "organizer");

        organizer.request().get("/events/" + event + "/buyer-clusters").then().statusCode(403);
        admin.request().get("/events/no-such-event/buyer-clusters").then().statusCode(404);
    }

    private Response buy(Browser browser, String email, int firstSeat, int lastSeat) {
        browser.enter(event).then().statusCode(201);
        var hold = browser.hold(event, TestSale.seatNames(firstSeat, lastSeat).toArray(String[]::new));
        hold.then().statusCode(201);
        var key = UUID.randomUUID().toString();
        var answer = new AtomicReference<Response>();
        Await.until("others of the same buyer are served", () -> {
            answer.set(browser.order(hold.path("id"), "ok", key, email));
            return answer.get().statusCode() != 503;
        });
        return answer.get();
    }
}
