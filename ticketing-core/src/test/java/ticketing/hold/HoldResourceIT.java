package ticketing.hold;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import standalone.testing.StoresTestResource;
import ticketing.testing.Browser;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** Holds over HTTP: every answer the contract names. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class HoldResourceIT {

    @Inject
    TestSale sale;

    private String event;
    private Browser fan;

    @BeforeEach
    void aFanInTheShop() {
        event = sale.event(20, false);
        fan = new Browser();
        fan.enter(event);
    }

    @ParameterizedTest
    @CsvSource({ "S-1 S-1, 422, duplicate-seat", "S-99, 422, unknown-seat",
            "S-1 S-2 S-3 S-4 S-5 S-6 S-7, 422, over-limit" })
    void whatCannotBeHeldIsRefused(String seats, int status, String code) {
        fan.hold(event, seats.split(" ")).then().statusCode(status).contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({ "category, nowhere, 422, unknown-category", "area, field, 422, unknown-area" })
    void whatIsNotThereIsNamed(String kind, String name, int status, String code) {
        fan.hold(event, Map.of(kind, name, "quantity", 2)).then().statusCode(status).body("code", equalTo(code));
    }

    @Test
    void aWishMustBeOneOfThree() {
        fan.hold(event, Map.of("seats", List.of("S-1"), "category", "standard", "quantity", 1)).then().statusCode(400);
        fan.hold(event, Map.of("seats", List.of())).then().statusCode(400);
        fan.hold(event, Map.of("category", "standard")).then().statusCode(400);
        fan.hold(event, Map.of()).then().statusCode(400);
        fan.hold(event, Map.of("category", "standard", "quantity", 0)).then().statusCode(400);
    }

    @Test
    void seatsThatAreTakenAreNamed() {
        fan.hold(event, "S-1", "S-2").then().statusCode(201);
        var other = new Browser();
        other.enter(event);

        other.hold(event, "S-2", "S-3").then().statusCode(409).body("code", equalTo("seats-taken"))
                .body("seats", equalTo(List.of("S-2")));
    }

    @Test
    void aSecondHoldIsRefusedAndTheFirstNamed() {
        String first = fan.hold(event, "S-1").path("id");

        fan.hold(event, "S-2").then().statusCode(409).body("code", equalTo("hold-exists")).body("hold", equalTo(first));
    }

    @Test
    void moreThanIsFreeIsSoldOut() {
        var small = sale.event(2, false);
        fan.enter(small);

        fan.hold(small, Map.of("category", "standard", "quantity", 3)).then().statusCode(409)
                .body("code", equalTo("sold-out"));
    }

    @Test
    void anEventNotOnSaleYetIsRefused() {
        sale.set(event, "sales_from", Instant.now().plusSeconds(3600));

        fan.hold(event, "S-1").then().statusCode(422).body("code", equalTo("not-on-sale"));
    }

    @Test
    void withoutASessionOfTheEventThereIsNoHold() {
        var another = sale.event(5, false);

        fan.hold(another, "S-1").then().statusCode(403).body("code", equalTo("admission-required"));
        fan.hold("nowhere", "S-1").then().statusCode(403).body("code", equalTo("admission-required"));
        fan.request().body(Map.of("seats", List.of("S-1"))).post("/api/ticketing/events/" + event + "/holds").then()
                .statusCode(403).body("code", equalTo("admission-required"));
    }

    @Test
    void aSessionWithAKeyWantsItsProof() {
        var path = "/api/ticketing/events/" + event + "/holds";
        var body = Map.of("seats", List.of("S-1"));
        var stranger = new Browser();

        fan.withSession().body(body).post(path).then().statusCode(401).body("code", equalTo("invalid-proof"));
        fan.withSession().header("DPoP", fan.proof("POST", path, "another secret")).body(body).post(path).then()
                .statusCode(401).body("code", equalTo("invalid-proof"));
        fan.withSession().header("DPoP", fan.proof("POST", path, fan.session(), Instant.now().minusSeconds(70)))
                .body(body).post(path).then().statusCode(401).body("code", equalTo("invalid-proof"));
        fan.withSession().header("DPoP", stranger.proof("POST", path, fan.session())).body(body).post(path).then()
                .statusCode(403).body("code", equalTo("wrong-key"));
    }

    @Test
    void aProofCountsOnce() {
        var path = "/api/ticketing/events/" + event + "/holds";
        var proof = fan.proof("POST", path, fan.session());
        fan.withSession().header("DPoP", proof).body(Map.of("seats", List.of("S-99"))).post(path).then()
                .statusCode(422);

        fan.withSession().header("DPoP", proof).body(Map.of("seats", List.of("S-1"))).post(path).then()
                .statusCode(401).body("code", equalTo("invalid-proof"));
    }

    @Test
    void aWriteOnTheCookieMustComeFromOurOwnPages() {
        var path = "/api/ticketing/events/" + event + "/holds";
        var body = Map.of("seats", List.of("S-1"));

        given().baseUri(Browser.address()).contentType("application/json").cookie("shopping", fan.session())
                .header("Origin", "https://elsewhere.example").header("DPoP", fan.proof("POST", path, fan.session()))
                .body(body).post(path).then().statusCode(403).body("code", equalTo("cross-site"));
        given().baseUri(Browser.address()).contentType("application/json").cookie("shopping", fan.session())
                .header("Origin", Browser.address()).header("DPoP", fan.proof("POST", path, fan.session())).body(body)
                .post(path).then().statusCode(201);
    }

    @Test
    void aHoldIsReadGivenBackAndReadAgain() {
        String hold = fan.hold(event, "S-1").path("id");
        fan.withSession().get("/api/ticketing/holds/" + hold).then().statusCode(200).body("state", equalTo("ACTIVE"));
        fan.withSession().get("/api/ticketing/holds/current").then().statusCode(200).body("id", equalTo(hold));

        fan.withSession().delete("/api/ticketing/holds/" + hold).then().statusCode(204);

        fan.withSession().get("/api/ticketing/holds/" + hold).then().body("state", equalTo("RELEASED"));
        assertThat(sale.seats(event, "FREE")).hasSize(20);
        fan.order(hold, "ok").then().statusCode(404);
    }

    @Test
    void anotherSessionsHoldIsNobodys() {
        String hold = fan.hold(event, "S-1").path("id");
        var other = new Browser();
        other.enter(event);

        other.withSession().get("/api/ticketing/holds/" + hold).then().statusCode(404);
        other.withSession().delete("/api/ticketing/holds/" + hold).then().statusCode(404);
        other.order(hold, "ok").then().statusCode(404);
        given().baseUri(Browser.address()).get("/api/ticketing/holds/" + hold).then().statusCode(404);
        fan.withSession().get("/api/ticketing/holds/" + UUID.randomUUID()).then().statusCode(404);
        fan.withSession().get("/api/ticketing/holds/no-id").then().statusCode(404);
    }

    @Test
    void aHoldIsExtendedOnce() {
        var hold = fan.hold(event, "S-1");
        String id = hold.path("id");
        String before = hold.path("expiresAt");

        fan.withSession().post("/api/ticketing/holds/" + id + "/extension").then().statusCode(200)
                .body("expiresAt", greaterThan(before)).body("extendable", equalTo(false));

        fan.withSession().post("/api/ticketing/holds/" + id + "/extension").then().statusCode(409)
                .body("code", equalTo("already-extended"));
    }

    @Test
    void aHoldThatRanOutIsNeitherExtendedNorOrdered() {
        String hold = fan.hold(event, "S-1").path("id");
        sale.expireHolds(event);

        fan.withSession().post("/api/ticketing/holds/" + hold + "/extension").then().statusCode(410)
                .body("code", equalTo("hold-expired"));
        fan.order(hold, "ok").then().statusCode(410).body("code", equalTo("hold-expired"));
    }

    /** T4: a hold may carry the key; the answer that was lost comes again, and the seats are held once. */
    @Test
    void aRepeatedHoldWithItsKeyGetsTheSameAnswer() {
        var path = "/api/ticketing/events/" + event + "/holds";
        var key = UUID.randomUUID().toString();
        var first = fan.proven("POST", path).header("Idempotency-Key", key).body(Map.of("seats", List.of("S-1")))
                .post(path);

        var again = fan.proven("POST", path).header("Idempotency-Key", key).body(Map.of("seats", List.of("S-1")))
                .post(path);

        again.then().statusCode(201).body("id", equalTo(first.path("id")));
        fan.proven("POST", path).header("Idempotency-Key", key).body(Map.of("seats", List.of("S-2"))).post(path)
                .then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        fan.withSession().header("Idempotency-Key", key).body(Map.of("seats", List.of("S-1"))).post(path).then()
                .statusCode(401);
    }
}
