package waitingroom.admission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.text.ParseException;
import java.time.Instant;
import java.util.Map;

import com.nimbusds.jose.jwk.JWKSet;
import contract.admission.AdmissionTokens;
import contract.admission.Verification;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.TestFan;

/** The way of one fan from the first step to the token, as the HTTP contract tells it. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class FansWayIT {

    @Test
    void aFanJoinsIsCalledAndClaims() throws ParseException {
        var release = Room.open(Map.of("admissionSeconds", 600, "maxOrders", 2, "maxSeats", 4));
        var fan = new TestFan();

        fan.joinOnce(release).then().statusCode(202).body("state", equalTo("NEW"))
                .body("retryAfterMillis", greaterThan(0)).cookie("visitor", notNullValue());
        fan.joinOnce(release).then().statusCode(425).body("code", equalTo("too-early"))
                .header("Retry-After", notNullValue());
        fan.join(release).then().statusCode(425);
        Room.await("the pause is over", () -> fan.joinOnce(release).statusCode() == 201);
        fan.joinOnce(release).then().statusCode(200).body("place", equalTo(1)).body("state", equalTo("CALLED"))
                .body("ahead", equalTo(0)).body("claimBy", notNullValue()).body("nextPollMillis", greaterThan(0));
        Room.await("the status shows the call", () -> given().get("/api/waiting-room/releases/" + release + "/status")
                .jsonPath().getLong("serving") == 1);

        var claimed = fan.claim(release);
        claimed.then().statusCode(201).body("continueAt", equalTo("/events/of-acme-1"))
                .body("issuedAt", notNullValue()).body("expiresAt", notNullValue());
        fan.claim(release).then().statusCode(201).body("token", equalTo(claimed.path("token")));
        fan.me(release).then().statusCode(200).body("state", equalTo("ADMITTED")).body("claimBy", nullValue());

        var keys = JWKSet.parse(given().get("/api/waiting-room/jwks.json").asString());
        var verified = AdmissionTokens.verify(claimed.path("token"), keys, Instant.now());
        assertThat(verified).isInstanceOf(Verification.Valid.class);
        var token = ((Verification.Valid) verified).token();
        assertThat(token.release()).isEqualTo(release);
        assertThat(token.event()).isEqualTo("of-acme-1");
        assertThat(token.place()).isEqualTo(1);
        assertThat(token.orders()).isEqualTo(2);
        assertThat(token.seats()).isEqualTo(4);
        assertThat(token.sessionEndsAt()).isEqualTo(token.issuedAt().plusSeconds(600));
        assertThat(token.expiresAt()).isBeforeOrEqualTo(token.issuedAt().plusSeconds(300));
    }
}
