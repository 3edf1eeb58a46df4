package ticketing.admission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import contract.admission.AdmissionTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.outbox.RevocationListener;
import ticketing.testing.Browser;
import ticketing.testing.Race;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** The door of the shop over HTTP: every answer the contract names (T5, W6). */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class AdmissionResourceIT {

    @Inject
    TestSale sale;

    @Inject
    RevocationListener revocations;

    @Inject
    TidySessions tidySessions;

    private final Browser fan = new Browser();
    private String event;
    private String token;

    @BeforeEach
    void aToken() {
        event = sale.event(10, true);
        token = sale.token(event, Optional.of(fan.thumbprint()), Instant.now().plusSeconds(60));
    }

    @Test
    void aTokenBecomesASessionAndACookie() {
        var answer = fan.exchange(token);

        answer.then().statusCode(201).body("eventId", equalTo(event)).body("ordersLeft", equalTo(1))
                .body("seatsLeft", equalTo(6));
        var cookie = answer.detailedCookie("shopping");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getValue()).isEqualTo(fan.session());
        fan.withSession().get("/api/ticketing/admissions/current").then().statusCode(200)
                .body("eventId", equalTo(event)).body("open", equalTo(true));
    }

    @Test
    void aTokenIsExchangedOnce() {
        fan.exchange(token).then().statusCode(201);

        fan.exchange(token).then().statusCode(409).body("code", equalTo("admission-used"));
    }

    @Test
    void anExchangeWhoseAnswerWasLostIsAnsweredAgainUnderItsKey() {
        fan.exchangeUnderKey(token, "first").then().statusCode(201);
        var session = fan.session();

        fan.exchangeUnderKey(token, "first").then().statusCode(201).body("session", equalTo(session));
        fan.exchangeUnderKey(token, "other").then().statusCode(409).body("code", equalTo("admission-used"));
        new Browser().exchangeUnderKey(token, "first").then().statusCode(403).body("code", equalTo("wrong-key"));
        assertThat(sale.count("shopping_session WHERE event_id = ?", event)).isEqualTo(1);
    }

    @Test
    void manyExchangesAtOnceUnderOneKeyAreOneSession() throws Exception {
        var sessions = Race.allAtOnce(IntStream.range(0, 20).<Callable<String>>mapToObj(
                call -> () -> fan.exchangeUnderKey(token, "same").path("session")).toList());

        assertThat(sessions).doesNotContainNull();
        assertThat(Set.copyOf(sessions)).hasSize(1);
        assertThat(sale.count("shopping_session WHERE event_id = ?", event)).isEqualTo(1);
    }

    @Test
    void anExchangeIsNotAnsweredAgainOnceItsSessionIsOver() {
        fan.exchangeUnderKey(token, "first").then().statusCode(201);
        fan.withSession().delete("/api/ticketing/admissions/current").then().statusCode(204);

        fan.exchangeUnderKey(token, "first").then().statusCode(409);
    }

    @Test
    void ofManyExchangesAtOnceOneWins() throws Exception {
        var answers = Race.allAtOnce(IntStream.range(0, 20).<Callable<Integer>>mapToObj(
                call -> () -> fan.exchange(token).statusCode()).toList());

        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(19);
        assertThat(sale.count("shopping_session WHERE event_id = ?", event)).isEqualTo(1);
    }

    @Test
    void aTokenInAnotherBrowserIsRefusedAndStaysGood() {
        new Browser().exchange(token).then().statusCode(403).body("code", equalTo("wrong-key"));

        fan.exchange(token).then().statusCode(201);
    }

    @Test
    void aMissingOrStaleOrReplayedProofIsRefused() {
        var path = "/api/ticketing/admissions";
        var proof = fan.proof("POST", path, token);
        fan.exchange(token, null).then().statusCode(401).body("code", equalTo("invalid-proof"));
        fan.exchange(token, fan.proof("POST", path, token, Instant.now().minusSeconds(61))).then().statusCode(401);
        fan.exchange(token, fan.proof("GET", path, token)).then().statusCode(401);
        fan.exchange(token, fan.proof("POST", path + "/x", token)).then().statusCode(401);
        fan.exchange(token, proof).then().statusCode(201);

        var second = sale.token(event, Optional.of(fan.thumbprint()), Instant.now().plusSeconds(60));
        fan.exchange(second, proof).then().statusCode(401).body("code", equalTo("invalid-proof"));
    }

    @Test
    void aForgedOrForeignTokenIsRefused() throws Exception {
        var claims = sale.admission(event, Optional.of(fan.thumbprint()), Instant.now().plusSeconds(60));
        var sameKid = new ECKeyGenerator(Curve.P_256).keyID(sale.signingKey().getKeyID()).generate();
        var otherKid = new ECKeyGenerator(Curve.P_256).keyID("unknown").generate();

        for (var forged : List.of(AdmissionTokens.sign(claims, sameKid), AdmissionTokens.sign(claims, otherKid),
                "no token", token.substring(0, token.length() - 4) + "AAAA")) {
            fan.exchange(forged).then().statusCode(401).body("code", equalTo("invalid-token"));
        }
    }

    @Test
    void aTokenOfAnEventWeDoNotSellIsRefused() {
        var foreign = sale.token("nowhere", Optional.of(fan.thumbprint()), Instant.now().plusSeconds(60));

        fan.exchange(foreign).then().statusCode(401).body("code", equalTo("invalid-token"));
    }

    @Test
    void aTokenThatRanOutIsGone() {
        var late = sale.token(event, Optional.of(fan.thumbprint()), Instant.now().minusSeconds(1));

        fan.exchange(late).then().statusCode(410).body("code", equalTo("token-expired"));
    }

    @Test
    void aTokenWithoutAKeyNeedsNoProof() {
        var unbound = sale.token(event, Optional.empty(), Instant.now().plusSeconds(60));

        fan.exchange(unbound, null).then().statusCode(201);

        fan.withSession().body(Map.of("seats", List.of("S-1"))).post("/api/ticketing/events/" + event + "/holds")
                .then().statusCode(201);
    }

    @Test
    void aGatedEventWantsAnAdmission() {
        fan.enter(event).then().statusCode(403).body("code", equalTo("admission-required"));
        fan.enter("nowhere").then().statusCode(404);
    }

    @Test
    void aBodyMustNameOneOfTheTwo() {
        post(Map.of()).then().statusCode(400);
        post(Map.of("token", token, "eventId", event)).then().statusCode(400);
        post(Map.of("eventId", sale.event(1, false), "key", Map.of("kty", "EC"))).then().statusCode(400);
    }

    @Test
    void whoLeavesGivesTheSeatsBackAndTheSlot() {
        fan.exchange(token);
        fan.hold(event, "S-1").then().statusCode(201);

        fan.withSession().delete("/api/ticketing/admissions/current").then().statusCode(204);

        assertThat(sale.seats(event, "FREE")).hasSize(10);
        assertThat(sale.count("shopping_session WHERE event_id = ? AND end_reason = 'LEFT'", event)).isEqualTo(1);
        fan.hold(event, "S-1").then().statusCode(403).body("code", equalTo("admission-required"));
    }

    @Test
    void anAdmissionTakenBackEndsTheSessionOnceHoweverOftenItIsSaid() {
        var claims = sale.admission(event, Optional.of(fan.thumbprint()), Instant.now().plusSeconds(60));
        fan.exchange(AdmissionTokens.sign(claims, sale.signingKey())).then().statusCode(201);
        fan.hold(event, "S-1").then().statusCode(201);

        revocations.revoked(claims.jti());
        revocations.revoked(claims.jti());

        assertThat(sale.seats(event, "FREE")).hasSize(10);
        fan.hold(event, "S-1").then().statusCode(403);
    }

    @Test
    void anAdmissionTakenBackBeforeItWasUsedIsUsedUp() {
        var claims = sale.admission(event, Optional.of(fan.thumbprint()), Instant.now().plusSeconds(60));

        revocations.revoked(claims.jti());

        fan.exchange(AdmissionTokens.sign(claims, sale.signingKey())).then().statusCode(409)
                .body("code", equalTo("admission-used"));
    }

    @Test
    void aSessionWhoseTimeIsOverIsWrittenDownAsOver() {
        fan.exchange(token);
        sale.update("UPDATE shopping_session SET expires_at = clock_timestamp() WHERE event_id = ?", event);

        tidySessions.endOver();

        assertThat(sale.count("shopping_session WHERE event_id = ? AND end_reason = 'OVER'", event)).isEqualTo(1);
        fan.hold(event, "S-1").then().statusCode(403).body("code", equalTo("admission-required"));
    }

    private Response post(Map<String, Object> body) {
        return given().baseUri(Browser.address()).contentType("application/json").body(body)
                .post("/api/ticketing/admissions");
    }
}
