package waitingroom.failopen;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import java.text.ParseException;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;
import waitingroom.testing.TestFan;

/** W8 and its one exception: while the store is away nobody is let in, unless an admin says so, for minutes. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class FailOpenIT {

    private static final String PATH = "/api/waiting-room/fail-open";

    @AfterEach
    void shut() {
        Room.staff(StaffTokens.admin()).delete(PATH).then().statusCode(200).body("open", equalTo(false));
    }

    @Test
    void anAdminOpensForMinutesAndTheStoreIsToldAfterwards() throws ParseException {
        var release = Room.open(Map.of("maxActive", 1));
        var inside = new TestFan();
        var second = new TestFan();
        var third = new TestFan();
        inside.join(release).then().statusCode(201);
        inside.claimPatiently(release).then().statusCode(201);
        second.join(release).then().statusCode(201).body("place", equalTo(2));
        third.join(release).then().statusCode(201).body("place", equalTo(3));
        var newcomer = new TestFan();
        newcomer.joinOnce(release).then().statusCode(202);
        Room.await("the status knows all places", () -> status(release).jsonPath().getLong("issued") == 3);
        final Response token;

        RoomTestResource.redis().stop();
        try {
            Room.await("the store is missed", () -> second.claim(release).statusCode() == 503);
            Room.await("the status tells of the pause", () -> status(release).path("paused").equals(true));
            second.claim(release).then().statusCode(503).body("code", equalTo("store-unavailable"));

            open(Map.of("minutes", 5, "reason", "Redis is gone")).then().statusCode(200).body("open", equalTo(true))
                    .body("until", notNullValue()).body("everywhere", equalTo(false));
            Room.await("the queue goes on", () -> status(release).jsonPath().getLong("serving") == 3);
            second.me(release).then().statusCode(200).body("state", equalTo("CALLED")).body("place", equalTo(2));
            token = second.claim(release);
            token.then().statusCode(201).body("continueAt", equalTo("/events/of-acme-1"));
            second.claim(release).then().statusCode(201).body("token", equalTo(token.path("token")));
            third.claim(release).then().statusCode(202);
            Room.await("newcomers wait for the store", () -> newcomer.joinOnce(release).statusCode() == 503);

            Room.staff(StaffTokens.admin()).delete(PATH).then().statusCode(200);
            third.claim(release).then().statusCode(503);
            open(Map.of("minutes", 5, "reason", "Once more")).then().statusCode(200);
        } finally {
            RoomTestResource.redis().start();
        }

        Room.await("the store is told", () -> log(release).contains("bypass "));
        var again = second.claim(release);
        again.then().statusCode(201);
        assertThat(jti(again)).isEqualTo(jti(token)).startsWith("2.");
        inside.leave(release).then().statusCode(204);
        second.leave(release).then().statusCode(204);
        Room.await("the third is next", () -> third.claim(release).statusCode() == 201);
        Room.await("both words are audited", () -> Room.staff(StaffTokens.admin()).queryParam("release", "")
                .get("/api/waiting-room/audit").jsonPath().getList("items.action").contains("fail-open-on"));
    }

    @Test
    void switchedOnBeforehandEveryInstanceKnowsAndNothingChangesWhileTheStoreIsThere() {
        var release = Room.open(Map.of("maxActive", 1));
        var first = new TestFan();
        var second = new TestFan();
        first.join(release).then().statusCode(201);
        second.join(release).then().statusCode(201);
        open(Map.of("minutes", 1, "reason", "Storm ahead")).then().statusCode(200).body("everywhere", equalTo(true));

        second.claim(release).then().statusCode(409);
        Room.staff(StaffTokens.admin()).get(PATH).then().body("open", equalTo(true))
                .body("reason", equalTo("Storm ahead"));
        Room.staff(StaffTokens.admin()).get("/api/waiting-room/audit").then()
                .body("items.action", hasItems("fail-open-on"));
    }

    @Test
    void onlyAdminsMayOpenAndOnlyForAWhileAndForAReason() {
        open(Map.of("minutes", 16, "reason", "long")).then().statusCode(400);
        open(Map.of("minutes", 0, "reason", "short")).then().statusCode(400);
        open(Map.of("minutes", 5)).then().statusCode(400);
        given().get(PATH).then().statusCode(401);
        Room.staff(StaffTokens.organizerOf("acme")).body(Map.of("minutes", 5, "reason", "please")).post(PATH).then()
                .statusCode(403);
        Room.staff(StaffTokens.admin()).get(PATH).then().statusCode(200).body("open", equalTo(false));
    }

    private static Response open(Map<String, Object> wish) {
        return Room.staff(StaffTokens.admin()).body(wish).post(PATH);
    }

    private static Response status(String release) {
        return given().get("/api/waiting-room/releases/" + release + "/status");
    }

    private static String log(String release) {
        var answer = given().get("/api/waiting-room/releases/" + release + "/fairness/log.txt");
        return answer.statusCode() == 200 ? answer.asString() : "";
    }

    private static String jti(Response claimed) throws ParseException {
        return SignedJWT.parse(claimed.<String>path("token")).getJWTClaimsSet().getJWTID();
    }
}
