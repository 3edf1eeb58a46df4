package waitingroom.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;
import waitingroom.store.ScriptStore;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;
import waitingroom.testing.TestFan;

/** W6: what staff do when a key or an admission must not count any more. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class RevocationIT {

    private static final String KEYS = "/api/waiting-room/keys/";

    @Inject
    ScriptStore scripts;

    @Test
    void whatARevokedKeySignedIsSignedAnew() throws ParseException {
        var release = Room.open(Map.of());
        var fan = new TestFan();
        fan.join(release);
        var before = SignedJWT.parse(fan.claimPatiently(release).path("token"));
        var leaked = before.getHeader().getKeyID();
        Room.await("a head is signed", () -> headKey(release) != null);

        Room.staff(StaffTokens.organizerOf("acme")).post(KEYS + leaked + "/revocation").then().statusCode(403);
        Room.staff(StaffTokens.admin()).post(KEYS + leaked + "/revocation").then().statusCode(200)
                .body("revoked", equalTo(leaked));
        Room.staff(StaffTokens.admin()).post(KEYS + leaked + "/revocation").then().statusCode(404)
                .body("code", equalTo("unknown-key"));

        assertThat(published()).isNotEmpty().doesNotContain(leaked);
        var after = SignedJWT.parse(fan.claimPatiently(release).path("token"));
        assertThat(after.getHeader().getKeyID()).isIn(published());
        assertThat(after.getJWTClaimsSet().getJWTID()).as("the same admission, exchanged once")
                .isEqualTo(before.getJWTClaimsSet().getJWTID());
        Room.await("the head is signed anew", () -> published().contains(headKey(release)));
    }

    /** The core tells of it by this key; StaffTokens signs as the core does. */
    @Test
    void aSessionThatEndedOpensNothing() {
        var session = UUID.randomUUID().toString();
        var token = StaffTokens.adminOf(session);
        Room.staff(token).get("/api/waiting-room/audit").then().statusCode(200);

        scripts.send(Command.SET, "ticketing:ended-session:" + session, "ended", "EX", 60);

        Room.staff(token).get("/api/waiting-room/audit").then().statusCode(401);
    }

    @Test
    void aRotationKeepsTheOldKeyUntilNobodyNeedsIt() {
        var before = published();

        var next = Room.staff(StaffTokens.admin()).post(KEYS + "rotation").then().statusCode(201).extract()
                .<String>path("kid");

        assertThat(published()).containsAll(before).contains(next);
    }

    @Test
    void anAdmissionIsTakenBackAndItsSlotReturns() throws ParseException {
        var release = Room.open(Map.of("maxActive", 1));
        var fan = new TestFan();
        var next = new TestFan();
        fan.join(release);
        next.join(release);
        var jti = SignedJWT.parse(fan.claimPatiently(release).path("token")).getJWTClaimsSet().getJWTID();
        var path = "/api/waiting-room/releases/" + release + "/admissions/1/revocation";

        Room.staff(StaffTokens.organizerOf("other")).post(path).then().statusCode(404);
        Room.staff(StaffTokens.stewardOf("acme")).post(path).then().statusCode(403);
        Room.staff(StaffTokens.organizerOf("acme")).post(path).then().statusCode(204);
        Room.staff(StaffTokens.organizerOf("acme")).post(path.replace("/1/", "/2/")).then().statusCode(404)
                .body("code", equalTo("unknown-admission"));

        Room.await("the slot is the next fan's", () -> next.claim(release).statusCode() == 201);
        fan.claim(release).then().statusCode(410).body("code", equalTo("call-expired"));
        assertThat(scripts.send(Command.XREVRANGE, "waiting-room:revocations", "+", "-", "COUNT", 50).toString())
                .contains(jti).contains("revoked");
    }

    private static List<String> published() {
        return given().get("/api/waiting-room/jwks.json").jsonPath().getList("keys.kid");
    }

    private static String headKey(String release) {
        var head = given().get("/api/waiting-room/releases/" + release + "/fairness").<String>path("treeHead");
        try {
            return head == null ? null : JWSObject.parse(head).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
