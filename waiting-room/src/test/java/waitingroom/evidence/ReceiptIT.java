package waitingroom.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import waitingroom.fairness.ReceiptCheck;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;
import waitingroom.testing.TestFan;

/** The log, its signed heads and the receipts, as fans and outsiders see them. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class ReceiptIT {

    @Test
    void whoeverHasJustJoinedGetsASignedReceiptOfThePlace() throws Exception {
        var release = Room.open(Map.of());
        new TestFan().join(release).then().statusCode(201);
        var fan = new TestFan();
        fan.join(release).then().statusCode(201).body("place", equalTo(2));

        var receipt = receipt(fan, release);

        assertThat(receipt.getString("leaf")).matches("join \\d{13} [-_\\w]{27} 2");
        var head = JWSObject.parse(receipt.getString("treeHead"));
        var keys = JWKSet.parse(given().get("/api/waiting-room/jwks.json").asString());
        var key = keys.getKeyByKeyId(head.getHeader().getKeyID()).toECKey();
        assertThat(head.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(head.getHeader().getType().getType()).isEqualTo("tree-head+jwt");
        var claims = head.getPayload().toJSONObject();
        assertThat(claims).containsEntry("rel", release).containsEntry("iss", "waiting-room")
                .containsEntry("size", receipt.getLong("treeSize"));
        assertThat(ReceiptCheck.leadsTo((String) claims.get("root"), receipt)).isTrue();
        assertThat(ReceiptCheck.isAbout(receipt)).isTrue();
    }

    @Test
    void aLaterHeadIsProvenToContinueAnEarlierOne() {
        var release = Room.open(Map.of());
        var early = new TestFan();
        early.join(release).then().statusCode(201);
        var before = receipt(early, release);
        var later = new TestFan();
        later.join(release).then().statusCode(201);

        var after = receipt(later, release);

        var proof = given().queryParam("from", before.getLong("treeSize")).queryParam("to", after.getLong("treeSize"))
                .get(fairness(release) + "/consistency").jsonPath();
        assertThat(after.getLong("treeSize")).isGreaterThan(before.getLong("treeSize"));
        assertThat(ReceiptCheck.continues(before, after, proof.getList("proof", String.class))).isTrue();
    }

    @Test
    void theLogIsPagedAndTellsWhatHappened() {
        var release = Room.open(Map.of("ratePerMinute", 60));
        new TestFan().join(release).then().statusCode(201);

        var first = given().queryParam("limit", 2).get(fairness(release) + "/log");
        first.then().statusCode(200).body("items.type", contains("mode", "cap")).body("next", equalTo("1"));
        given().queryParam("after", "1").get(fairness(release) + "/log").then().statusCode(200)
                .body("items.type", contains("join", "call")).body("items[0].index", equalTo(2))
                .body("items[0].at", notNullValue()).body("next", nullValue());
        given().queryParam("limit", 201).get(fairness(release) + "/log").then().statusCode(400);
        given().queryParam("from", 0).queryParam("to", 1_000).get(fairness(release) + "/consistency").then()
                .statusCode(422).body("code", equalTo("no-such-tree"));
    }

    @Test
    void aFifoReleaseHasALogButNothingToDraw() {
        var release = Room.open(Map.of());

        given().get(fairness(release)).then().statusCode(200).body("policy", equalTo("FIFO"))
                .body("commitment", nullValue()).body("rule", nullValue());
        given().get(fairness("nowhere")).then().statusCode(404).body("code", equalTo("unknown-release"));
        given().get(fairness("nowhere") + "/log").then().statusCode(404);
        given().get(TestFan.path(release) + "/me/receipt").then().statusCode(401).body("code", equalTo("no-visitor"));
    }

    @Test
    void whatStaffChangeStandsInTheLog() {
        var release = Room.open(Map.of("ratePerMinute", 60, "maxActive", 5));

        Room.staff(StaffTokens.organizerOf("acme"))
                .body(Map.of("mode", "HOLD", "reason", "Fire alarm"))
                .post("/api/waiting-room/releases/" + release + "/mode")
                .then().statusCode(200);

        given().get(fairness(release) + "/log").then().body("items", hasSize(4))
                .body("items[1].entry", endsWith(" 60 5"))
                .body("items[2].entry", endsWith(" HOLD")).body("items[3].type", equalTo("reason"));
    }

    private static JsonPath receipt(TestFan fan, String release) {
        var response = fan.request().get(TestFan.path(release) + "/me/receipt");
        response.then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        return response.jsonPath();
    }

    private static String fairness(String release) {
        return "/api/waiting-room/releases/" + release + "/fairness";
    }
}
