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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import com.nimbusds.jose.jwk.JWKSet;
import contract.admission.AdmissionTokens;
import contract.admission.Verification;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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

    @Test
    void aClaimIsRefusedWithoutAProofOfTheVeryKeyAndRequest() {
        var release = Room.open(Map.of("maxActive", 1));
        var fan = new TestFan();
        fan.join(release).then().statusCode(201);
        var path = TestFan.path(release) + "/me/admission";
        var used = fan.proof("POST", path, Instant.now());

        problem(fan.request().post(path), 401, "invalid-proof");
        problem(fan.request().header("DPoP", fan.proof("GET", path, Instant.now())).post(path), 401, "invalid-proof");
        problem(fan.request().header("DPoP", fan.proof("POST", path + "x", Instant.now())).post(path), 401,
                "invalid-proof");
        problem(fan.request().header("DPoP", fan.proof("POST", path, Instant.now().minusSeconds(70))).post(path), 401,
                "invalid-proof");
        problem(fan.request().header("DPoP", new TestFan().proof("POST", path, Instant.now())).post(path), 403,
                "wrong-key");
        fan.request().header("DPoP", used).post(path).then().statusCode(201);
        problem(fan.request().header("DPoP", used).post(path), 401, "invalid-proof");
    }

    @Test
    void whoIsNotCalledWaitsAndWhoLeavesFreesTheSlotAtOnce() {
        var release = Room.open(Map.of("maxActive", 1));
        var first = new TestFan();
        var second = new TestFan();
        first.join(release).then().statusCode(201);
        first.claimPatiently(release).then().statusCode(201);
        second.join(release).then().statusCode(201).body("state", equalTo("WAITING")).body("ahead", equalTo(0));

        problem(second.claim(release), 409, "not-called");
        first.leave(release).then().statusCode(204);
        Room.await("the second is called", () -> second.claim(release).statusCode() == 201);

        problem(first.claim(release), 409, "not-called");
        Room.await("reading is allowed", () -> first.me(release).statusCode() == 200);
        first.joinOnce(release).then().statusCode(201).body("place", equalTo(3)).body("state", equalTo("WAITING"));
    }

    @Test
    void aCallThatIsNotFollowedExpires() {
        var release = Room.open(Map.of("maxActive", 1, "claimSeconds", 1));
        var first = new TestFan();
        var second = new TestFan();
        first.join(release).then().statusCode(201).body("state", equalTo("CALLED"));
        second.join(release);

        Room.await("the turn passes", () -> second.claim(release).statusCode() == 201);

        problem(first.claim(release), 410, "call-expired");
        first.me(release).then().statusCode(200).body("state", equalTo("EXPIRED"));
    }

    @Test
    void aFullGateAsksForPatienceAndTheTurnStands() {
        var release = Room.open(Map.of("ratePerMinute", 30, "maxActive", 100));
        var first = new TestFan();
        var second = new TestFan();
        first.join(release);
        second.join(release);
        first.claim(release).then().statusCode(201);

        Room.await("the second is called", () -> second.joinOnce(release).path("state").equals("CALLED"));
        var answer = second.claimPatiently(release);

        answer.then().statusCode(201);
    }

    @Test
    void aSecondTabOfTheSameKeyGetsTheSamePlaceAndAnotherKeyIsRefused() {
        var release = Room.open(Map.of());
        var fan = new TestFan();
        var place = fan.join(release).<Integer>path("place");
        var otherTab = new TestFan(fan.key());

        otherTab.join(release).then().statusCode(200).body("place", equalTo(place));
        var thief = new TestFan();
        thief.cookies().putAll(fan.cookies());
        problem(thief.joinOnce(release), 409, "other-key");
    }

    @Test
    void oneCookieServesSeveralReleases() {
        var fan = new TestFan();
        var one = Room.open(Map.of());
        var other = Room.open(Map.of());

        fan.join(one).then().statusCode(201);
        fan.joinOnce(other).then().statusCode(201);

        fan.joinOnce(one).then().statusCode(200);
        fan.me(other).then().statusCode(200);
    }

    @Test
    void withABindingToTheCookieNoKeyIsAsked() {
        var release = Room.open(Map.of("binding", "COOKIE"));
        var fan = new TestFan();
        var path = TestFan.path(release);
        fan.cookies().putAll(fan.request().body("{}").post(path).cookies());

        Room.await("the second step", () -> fan.request().body("{}").post(path).statusCode() == 201);

        fan.request().post(path + "/me/admission").then().statusCode(201);
    }

    @Test
    void nobodyJoinsBeforeTheLobbyOrAfterTheEnd() {
        var early = Room.open(Map.of("opensAt", Instant.now().plusSeconds(3600).toString()));
        problem(new TestFan().joinOnce(early), 425, "too-early");
        var lobby = Room.open(Map.of("opensAt", Instant.now().plusSeconds(3600).toString(), "lobbyOpensAt",
                Instant.now().minusSeconds(1).toString()));
        var fan = new TestFan();
        fan.join(lobby).then().statusCode(201).body("state", equalTo("LOBBY")).body("place", equalTo(1));
        problem(fan.claim(lobby), 409, "not-called");
        var closed = Room.open(Map.of("mode", "CLOSED"));
        problem(new TestFan().joinOnce(closed), 410, "release-closed");
        var draining = Room.open(Map.of("mode", "DRAIN"));
        problem(fan.joinOnce(draining), 410, "release-closed");
        problem(fan.joinOnce("no-such-release"), 404, "unknown-release");
    }

    @Test
    void whoBringsNoGoodCookieIsNobody() {
        var release = Room.open(Map.of());
        var stranger = new TestFan();
        problem(stranger.me(release), 401, "no-visitor");
        problem(stranger.leave(release), 401, "no-visitor");
        stranger.joinOnce(release);
        problem(stranger.me(release), 404, "no-place");
        var cookie = stranger.cookies().get("visitor");
        stranger.cookies().put("visitor", (cookie.charAt(0) == 'B' ? "C" : "B") + cookie.substring(1));
        problem(stranger.me(release), 401, "no-visitor");
        problem(stranger.claim(release), 401, "no-visitor");
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        var release = Room.open(Map.of());
        var path = TestFan.path(release);

        problem(new TestFan().request().body("{}").post(path), 400, "invalid");
        problem(new TestFan().request().body("{\"key\": {\"kty\": \"EC\"}}").post(path), 400, "invalid");
        problem(new TestFan().request().body("{\"key\": 7}").post(path), 400, "invalid");
        problem(new TestFan().request().body("{\"no\": 7}").post(path), 400, "unknown-field");
    }

    @Test
    void aWriteFromAnotherSiteIsRefused() {
        var release = Room.open(Map.of());
        var fan = new TestFan();
        fan.join(release);

        problem(given().cookies(fan.cookies()).header("Origin", "https://elsewhere.example")
                .delete(TestFan.path(release) + "/me"), 403, "cross-site");
        problem(given().cookies(fan.cookies()).delete(TestFan.path(release) + "/me"), 403, "cross-site");
    }

    @Test
    void whoComesBackAtOnceIsTooEarly() {
        var release = Room.open(Map.of());

        var early = quickly(425, () -> {
            var fan = new TestFan();
            fan.joinOnce(release).then().statusCode(202);
            return fan.joinOnce(release);
        });

        early.then().body("code", equalTo("too-early")).header("Retry-After", notNullValue());
    }

    @Test
    void whoReadsTooOftenIsAskedToSlowDown() {
        var release = Room.open(Map.of());
        var fan = new TestFan();
        fan.join(release);

        var tooOften = quickly(429, () -> {
            fan.me(release);
            return fan.me(release);
        });

        tooOften.then().body("code", equalTo("slow-down")).header("Retry-After", equalTo("1"));
    }

    /** Tries until the machine was quick enough for two requests to be within a second. */
    private static Response quickly(int status, Supplier<Response> twoRequests) {
        var answer = new AtomicReference<Response>();
        Room.await("two requests are quick", () -> {
            answer.set(twoRequests.get());
            return answer.get().statusCode() == status;
        });
        return answer.get();
    }

    private static void problem(Response response, int status, String code) {
        response.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code))
                .body("instance", notNullValue());
    }
}
