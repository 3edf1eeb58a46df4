package waitingroom.defense;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;
import waitingroom.testing.TestFan;

/** The bot defense's addresses are served by this service, for admins only, and its measures stand before new places. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class DefenseForAdminsIT {

    private static final String DEFENSE = "/api/waiting-room/defense";
    private static final String CRAWLER = "ExampleBot/1.0 (+http://example.org/bot.html)";

    @ParameterizedTest
    @ValueSource(strings = { "/address", "/decisions", "/decisions/NOSUCHTHING0", "/policy", "/policy/versions",
            "/lists/allow", "/lists/block", "/appeals", "/audit" })
    void othersAreRefused(String path) {
        given().get(DEFENSE + path).then().statusCode(401).body("code", equalTo("not-authenticated"));
        Room.staff(StaffTokens.organizerOf("acme")).get(DEFENSE + path).then().statusCode(403)
                .body("code", equalTo("not-allowed"));
    }

    @Test
    void adminsLookAtDecisions() {
        var admin = Room.staff(StaffTokens.admin());

        admin.get(DEFENSE + "/address").then().statusCode(200).body("address", notNullValue());
        admin.get(DEFENSE + "/decisions").then().statusCode(200).body("items", notNullValue());
        admin.get(DEFENSE + "/decisions/NOSUCHTHING0").then().statusCode(404)
                .body("code", equalTo("unknown-decision"));
    }

    /** B4: asked only before a new place; solved once, for one place. */
    @Test
    void whoeverIsChallengedHasAPlaceOnceItIsSolved() {
        var release = Room.open(Map.of());
        var fan = new TestFan();
        join(fan, release, Map.of()).statusCode(202);
        Room.pause(Duration.ofMillis(1_300));
        var challenge = join(fan, release, Map.of()).statusCode(403).body("code", equalTo("challenge-required"))
                .extract().jsonPath().<String, Object>getMap("challenge");
        var solution = solve(challenge);

        join(fan, release, Map.of("token", challenge.get("token"), "nonces", java.util.List.of())).statusCode(403);
        var place = join(fan, release, solution).statusCode(201).extract().jsonPath().getInt("place");
        join(fan, release, Map.of()).statusCode(200).body("place", equalTo(place));
        fan.leave(release).then().statusCode(204);
        join(fan, release, solution).statusCode(403).body("code", equalTo("challenge-required"));
    }

    @Test
    void aFanObjectsToARefusalAndAnAdminLetsTheDevicePass() {
        var release = Room.open(Map.of());
        var fan = new TestFan();
        join(fan, release, Map.of()).statusCode(202);
        Room.pause(Duration.ofMillis(1_300));
        var reference = join(fan, release, Map.of()).statusCode(403).extract().jsonPath().getString("reference");
        Room.await("the decision is kept", () -> Room.staff(StaffTokens.admin())
                .get(DEFENSE + "/decisions/" + reference).statusCode() == 200);

        given().contentType(ContentType.JSON).body(Map.of("reference", reference, "message", "I am a person"))
                .post("/api/waiting-room/appeals").then().statusCode(201).body("state", equalTo("OPEN"));
        Room.staff(StaffTokens.admin()).get(DEFENSE + "/appeals?state=OPEN").then().statusCode(200)
                .body("items.find{it.reference=='%s'}.message".formatted(reference), equalTo("I am a person"));
        Room.staff(StaffTokens.admin()).contentType(ContentType.JSON).body(Map.of("granted", true, "reason", "right"))
                .post(DEFENSE + "/appeals/" + reference + "/answer").then().statusCode(200);

        given().get("/api/waiting-room/appeals/" + reference).then().statusCode(200).body("state", equalTo("GRANTED"))
                .body("reason", equalTo("right"));
        join(fan, release, Map.of()).statusCode(201);
        given().contentType(ContentType.JSON).body(Map.of("reference", "NOSUCHTHING0", "message", "me"))
                .post("/api/waiting-room/appeals").then().statusCode(404).body("code", equalTo("unknown-decision"));
    }

    private static ValidatableResponse join(TestFan fan, String release, Map<String, ?> solution) {
        var body = new HashMap<String, Object>(solution.isEmpty() ? Map.of() : Map.of("solution", solution));
        body.put("key", fan.key().toPublicJWK().toJSONObject());
        var answer = fan.request().header("User-Agent", CRAWLER).body(body).post(TestFan.path(release));
        fan.cookies().putAll(answer.cookies());
        return answer.then();
    }

    private static Map<String, Object> solve(Map<String, Object> challenge) {
        var nonces = new ArrayList<String>();
        for (var i = 0; i < (Integer) challenge.get("count"); i++) {
            var nonce = 0;
            while (zeroBits(challenge.get("salt") + ":" + i + ":" + nonce) < (Integer) challenge.get("bits")) {
                nonce++;
            }
            nonces.add(String.valueOf(nonce));
        }
        return Map.of("token", challenge.get("token"), "nonces", nonces);
    }

    private static int zeroBits(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Integer.numberOfLeadingZeros(ByteBuffer.wrap(hash).getInt());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
