package ticketing.checkin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.database.UnlockedDatabase;
import ticketing.order.Ticket;
import ticketing.testing.Browser;
import ticketing.testing.Organizer;
import ticketing.testing.Race;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;
import ticketing.ticket.TicketToken;

/** At the gate: who gets in, who does not and why, once each however often a scanner sends it. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class CheckInIT {

    private static final int MOST_ROUNDS = 50;

    @Inject
    TestSale sale;

    @Inject
    TicketToken tokens;

    private String event;
    private Response order;
    private String ticket;
    private Organizer steward;

    @BeforeEach
    void aTicketAndASteward() {
        event = sale.event(10, false);
        var fan = new Browser();
        fan.enter(event);
        order = fan.order(fan.hold(event, "S-1").path("id"), "ok");
        String id = Browser.read(order, "").path("tickets[0].id");
        ticket = tokens.of(event,
                new Ticket(UUID.fromString(id), "S-1", "", "", 0, 0, 0, Optional.empty(), Optional.empty()));
        steward = Organizer.admin().colleague(event, "steward");
    }

    @Test
    void aTicketLetsInOnceAndTellsWhereItDid() {
        scan(ticket, "IN", "North", "1").then().statusCode(201).body("seat.id", equalTo("S-1"))
                .body("direction", equalTo("IN")).body("gate", equalTo("North")).body("name", nullValue());

        scan(ticket, "IN", "South", "2").then().statusCode(409).body("code", equalTo("already-in"))
                .body("gate", equalTo("North"));
    }

    @Test
    void whoWentOutMayComeBack() {
        scan(ticket, "OUT", "North", "1").then().statusCode(409).body("code", equalTo("not-in"));
        scan(ticket, "IN", "North", "2").then().statusCode(201);
        scan(ticket, "OUT", "North", "3").then().statusCode(201);

        scan(ticket, "IN", "South", "4").then().statusCode(201);
    }

    @Test
    void aScanSentAgainIsAnsweredAsBeforeAndCountsOnce() {
        scan(ticket, "IN", "North", "1").then().statusCode(201);
        scan(ticket, "IN", "South", "2").then().statusCode(409);

        scan(ticket, "IN", "North", "1").then().statusCode(201).body("gate", equalTo("North"));
        scan(ticket, "IN", "South", "2").then().statusCode(409).body("gate", equalTo("North"));
        scan(ticket, "OUT", "North", "1").then().statusCode(422).body("code", equalTo("nonce-reused"));
        assertThat(sale.count("check_in WHERE event_id = ?", event)).isEqualTo(2);
    }

    @Test
    void ofManyGatesAtOnceOneLetsIn() throws Exception {
        var answers = twentyGatesAtOnce(0);

        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(19);
    }

    /** The negative control: the same race, and the lock on the ticket taken out. */
    @Test
    void withoutTheTicketsLockSeveralGatesLetIn() throws Exception {
        boolean several = UnlockedDatabase.withoutLocks(() -> {
            for (var round = 0; round < MOST_ROUNDS; round++) {
                if (twentyGatesAtOnce(round).stream().filter(status -> status == 201).count() > 1) {
                    return true;
                }
                scan(ticket, "OUT", "North", "out" + round);
            }
            return false;
        });

        assertThat(several).isTrue();
    }

    private List<Integer> twentyGatesAtOnce(int round) throws Exception {
        return Race.allAtOnce(IntStream.range(0, 20).<Callable<Integer>>mapToObj(
                gate -> () -> scan(ticket, "IN", "Gate " + gate, "n" + round + "-" + gate).statusCode()).toList());
    }

    @Test
    void aScanKeptWithoutNetworkKeepsItsTimeButNeverOneToCome() {
        var earlier = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);

        scan(ticket, "IN", "North", "1", earlier).then().statusCode(201);
        scan(ticket, "OUT", "North", "2", Instant.now().plus(1, ChronoUnit.HOURS)).then().statusCode(201);

        var times = steward.request().get("/events/" + event + "/check-ins").then().statusCode(200)
                .body("items", hasSize(2)).extract().jsonPath();
        assertThat(Instant.parse(times.getString("items[1].at"))).isEqualTo(earlier);
        assertThat(Instant.parse(times.getString("items[0].at"))).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void aTicketGivenBackAdmitsNobody() {
        Organizer.admin().request().header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/orders/" + order.path("code") + "/refund").then().statusCode(200);

        scan(ticket, "IN", "North", "1").then().statusCode(410).body("code", equalTo("ticket-cancelled"));
    }

    @Test
    void aForgedTicketIsNoneOfOurs() {
        scan(ticket.substring(0, ticket.length() - 8) + "AAAAAAAA", "IN", "North", "1").then().statusCode(422)
                .body("code", equalTo("invalid-ticket"));
        scan("hello", "IN", "North", "1").then().statusCode(422);
        scan(tokens.of(event,
                new Ticket(UUID.randomUUID(), "S-2", "", "", 0, 0, 0, Optional.empty(), Optional.empty())), "IN",
                "North", "1").then()
                .statusCode(404).body("code", equalTo("unknown-ticket"));
    }

    @Test
    void onlyStaffOfTheEventsOrganizationCheckIn() {
        var admin = Organizer.admin();
        var stranger = admin.colleague(admin.organization(), "steward");

        given().contentType(ContentType.JSON).body(Map.of("ticket", ticket, "nonce", "1"))
                .post("/api/ticketing/check-ins").then().statusCode(401);
        stranger.post("/check-ins", Map.of("ticket", ticket, "nonce", "1")).then().statusCode(404);
        stranger.request().get("/events/" + event + "/check-ins/offline-list").then().statusCode(404);

        admin.colleague(event, "organizer").post("/check-ins", Map.of("ticket", ticket, "nonce", "1")).then()
                .statusCode(201);
    }

    @Test
    void aScannerWithoutNetworkKnowsWhoIsInAndWhatWasCancelled() {
        steward.request().get("/events/" + event + "/check-ins/offline-list").then().statusCode(200)
                .body("cancelled", empty()).body("inside", empty());
        scan(ticket, "IN", "North", "1").then().statusCode(201);

        String id = Browser.read(order, "").path("tickets[0].id");
        steward.request().get("/events/" + event + "/check-ins/offline-list").then()
                .body("inside", contains(id)).body("cancelled", empty());
    }

    @Test
    void theFiguresCountByGate() {
        scan(ticket, "IN", "North", "1").then().statusCode(201);
        scan(ticket, "IN", "South", "2").then().statusCode(409);

        steward.request().get("/events/" + event + "/check-ins/figures").then().statusCode(200)
                .body("tickets", equalTo(1)).body("entered", equalTo(1)).body("inside", equalTo(1))
                .body("gates.gate", contains("North", "South")).body("gates.entered", contains(1, 0))
                .body("gates.refused", contains(0, 1)).body("pace.gate", contains("North"))
                .body("pace.entered", contains(1));

        scan(ticket, "OUT", "South", "3").then().statusCode(201);
        steward.request().get("/events/" + event + "/check-ins/figures").then().body("entered", equalTo(1))
                .body("inside", equalTo(0));
    }

    private Response scan(String ticket, String direction, String gate, String nonce) {
        return scan(ticket, direction, gate, nonce, null);
    }

    private Response scan(String ticket, String direction, String gate, String nonce, Instant at) {
        var body = new HashMap<String, Object>(
                Map.of("ticket", ticket, "direction", direction, "gate", gate, "nonce", nonce));
        if (at != null) {
            body.put("at", at.toString());
        }
        return steward.post("/check-ins", body);
    }
}
