package waitingroom.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import waitingroom.fairness.ReceiptCheck;
import waitingroom.testing.Races;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.TestFan;

/** One fan, two devices, one place. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class HandoverIT {

    @Test
    void aPlaceMovesOnceAndIsOneAllTheTime() throws Exception {
        var release = houseThatIsFull();
        var laptop = new TestFan();
        laptop.join(release).then().statusCode(201).body("place", equalTo(2));
        var code = offer(laptop, release);
        var phone = new TestFan();

        takeOver(phone, release, code).then().statusCode(201).body("place", equalTo(2)).body("state",
                equalTo("WAITING"));

        var seen = laptop.me(release);
        seen.then().statusCode(200).body("state", equalTo("MOVED")).body("place", equalTo(2));
        assertThat(seen.cookie("visitor")).as("a cookie without the place").hasSizeLessThan(
                laptop.cookies().get("visitor").length());
        takeOver(phone, release, code).then().statusCode(201).body("place", equalTo(2));
        takeOver(new TestFan(), release, code).then().statusCode(410).body("code", equalTo("handover-over"));
        laptop.claim(release).then().statusCode(409);
        Room.await("what moved away cannot be offered", () -> handover(laptop, release).statusCode() == 409);
        var receipt = phone.request().get(TestFan.path(release) + "/me/receipt").jsonPath();
        assertThat(receipt.getString("leaf")).matches("move \\d{13} [-_\\w]{27} 2");
        assertThat(ReceiptCheck.isAbout(receipt)).isTrue();
        laptop.join(release).then().statusCode(201).body("place", equalTo(3));
        phone.me(release).then().body("place", equalTo(2));
    }

    @Test
    void whoTookAPlaceOverGoesInWithTheirOwnKey() throws Exception {
        var release = Room.open(Map.of());
        var laptop = new TestFan();
        laptop.join(release);
        Room.await("the call", () -> "CALLED".equals(laptop.me(release).path("state")));
        var phone = new TestFan();

        takeOver(phone, release, offer(laptop, release)).then().statusCode(201).body("state", equalTo("CALLED"));

        var token = SignedJWT.parse(phone.claimPatiently(release).path("token"));
        assertThat(token.getJWTClaimsSet().getJSONObjectClaim("cnf"))
                .containsEntry("jkt", phone.key().computeThumbprint().toString());
        laptop.claim(release).then().statusCode(409).body("code", equalTo("not-called"));
        handover(phone, release).then().statusCode(409).body("code", equalTo("not-movable"));
    }

    @Test
    void ofManyDevicesThatBringOneCodeOneGetsThePlace() {
        var release = houseThatIsFull();
        var laptop = new TestFan();
        laptop.join(release);
        var code = offer(laptop, release);

        var answers = Races.allAtOnce(16, i -> takeOver(new TestFan(), release, code).statusCode());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 410);
    }

    @Test
    void inTheLobbyOfADrawTheIndexMovesAndTheDrawPlacesTheNewDevice() {
        var release = Room.open(Map.of("policy", "DRAW", "lobbyOpensAt", Instant.now().minusSeconds(5).toString(),
                "opensAt", Instant.now().plusSeconds(600).toString()));
        var laptop = new TestFan();
        laptop.join(release).then().statusCode(201).body("place", nullValue());
        var phone = new TestFan();

        takeOver(phone, release, offer(laptop, release)).then().statusCode(201).body("state", equalTo("LOBBY"))
                .body("lobbyIndex", equalTo(0));
        Room.openNow(release);

        Room.await("the draw", () -> phone.me(release).path("place") != null);
        assertThat(phone.claimPatiently(release).statusCode()).isEqualTo(201);
        laptop.me(release).then().body("state", equalTo("MOVED"));
    }

    @Test
    void aStolenCookieAloneMovesNothing() {
        var release = houseThatIsFull();
        var fan = new TestFan();
        fan.join(release);
        var thief = new TestFan();
        thief.cookies().putAll(fan.cookies());
        var path = TestFan.path(release) + "/me/handover";

        thief.request().post(path).then().statusCode(401).body("code", equalTo("invalid-proof"));
        Room.await("the next offer may be asked for", () -> handover(thief, release).statusCode() == 403);
        handover(new TestFan(), release).then().statusCode(401).body("code", equalTo("no-visitor"));
    }

    @Test
    void onlyTheLatestCodeWorksAndOnlyTheRightOne() {
        var release = houseThatIsFull();
        var laptop = new TestFan();
        laptop.join(release);
        var first = offer(laptop, release);
        Room.await("another offer", () -> handover(laptop, release).statusCode() == 201);

        for (var code : List.of(first, "nonsense", first.replaceFirst(".$", "~"))) {
            takeOver(new TestFan(), release, code).then().statusCode(410).body("code", equalTo("handover-over"));
        }
    }

    @Test
    void aDeviceWithAPlaceOfItsOwnDoesNotLoseItByASlip() {
        var release = houseThatIsFull();
        var laptop = new TestFan();
        laptop.join(release);
        var phone = new TestFan();
        phone.join(release).then().body("place", equalTo(3));
        var code = offer(laptop, release);

        takeOver(phone, release, code).then().statusCode(409).body("code", equalTo("place-exists"));
        phone.leave(release).then().statusCode(204);

        takeOver(phone, release, code).then().statusCode(201).body("place", equalTo(2));
    }

    /** One may be inside at once, and one is on the way: who comes next waits. */
    private static String houseThatIsFull() {
        var release = Room.open(Map.of("maxActive", 1));
        new TestFan().join(release).then().statusCode(201);
        return release;
    }

    private static Response handover(TestFan fan, String release) {
        var path = TestFan.path(release) + "/me/handover";
        return fan.request().header("DPoP", fan.proof("POST", path, Instant.now())).post(path);
    }

    private static String offer(TestFan fan, String release) {
        var answer = handover(fan, release);
        answer.then().statusCode(201).header("Cache-Control", equalTo("no-store"));
        var address = answer.<String>path("address");
        assertThat(address).contains("/queue/of-acme-1#move=" + release + "." + answer.path("code"));
        assertThat(answer.<String>path("qr.path")).startsWith("M4 4h7v1h-7z");
        return answer.path("code");
    }

    private static Response takeOver(TestFan fan, String release, String code) {
        var answer = fan.request().body(Map.of("code", code, "key", fan.key().toPublicJWK().toJSONObject()))
                .post("/api/waiting-room/releases/" + release + "/handovers");
        fan.cookies().putAll(answer.cookies());
        return answer;
    }
}
