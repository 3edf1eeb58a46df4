package waitingroom.lobby;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import waitingroom.draw.Draw;
import waitingroom.draw.Seed;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;
import waitingroom.testing.TestFan;

/** W7 with a beacon: announced before the lobby, given after it, mixed into the draw, and never to be chosen. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class BeaconIT {

    private static final String ORGANIZER = StaffTokens.organizerOf("acme");
    private static final Map<String, String> SOURCE = Map.of("source", "drand quicknet, round 4242000");
    private static final Map<String, String> VALUE = Map.of("value", "9d1c2f00aa55");

    @Test
    void aBeaconIsAnnouncedBeforeTheLobbyGivenAfterItAndMixedIn() {
        var release = lobby();
        problem(give(release, VALUE), 409, "beacon-not-announced");
        announce(release, SOURCE).then().statusCode(200).body("source", equalTo(SOURCE.get("source")))
                .body("value", nullValue());
        announce(release, SOURCE).then().statusCode(200);
        fairness(release).then().body("beaconSource", equalTo(SOURCE.get("source"))).body("beacon", nullValue());
        var fan = new TestFan();
        fan.join(release).then().statusCode(201).body("lobbyIndex", equalTo(0));
        new TestFan().join(release).then().statusCode(201);

        problem(announce(release, Map.of("source", "another one")), 409, "beacon-too-late");
        problem(give(release, VALUE), 409, "beacon-too-early");
        Room.openNow(release);
        Room.await("the lobby is closed", () -> fairness(release).path("lobbySize") != null);
        fairness(release).then().body("seed", nullValue());
        Room.await("the status tells", () -> given().get(address(release) + "/status").path("phase")
                .equals("DRAWING"));
        given().get(address(release) + "/status").then().body("reason", notNullValue());

        give(release, VALUE).then().statusCode(200).body("value", equalTo(VALUE.get("value")));
        give(release, VALUE).then().statusCode(200);
        problem(give(release, Map.of("value", "9d1c2f00aa56")), 409, "beacon-given");
        Room.await("the lobby is drawn", () -> fairness(release).path("seed") != null);

        var page = fairness(release).jsonPath();
        assertThat(page.getString("beacon")).isEqualTo(VALUE.get("value"));
        var draw = new Draw(release, new Seed(page.getString("seed")), page.getString("lobbyRoot"), 2,
                VALUE.get("value"));
        fan.joinOnce(release).then().statusCode(200).body("place", equalTo((int) draw.permutation().placeOf(0)));
        assertThat(given().get(address(release) + "/fairness/log.txt").asString())
                .containsPattern("(?s)^mode .*beacon \\d+ ZHJhbmQ.*lobby .*close .*draw .* OWQxYzJmMDBhYTU1\n");
        Room.staff(ORGANIZER).queryParam("release", release).get("/api/waiting-room/audit").then()
                .body("items[0].action", equalTo("beacon-given"));
    }

    @Test
    void onlyTheOwnersStaffAndOnlyOfADraw() {
        var release = lobby();
        problem(announce(Room.open(Map.of()), SOURCE), 422, "no-draw");
        problem(announce(release, Map.of("source", "short")), 400, "invalid");
        problem(announce(release, Map.of("source", "with \"quotes\" in it")), 400, "invalid");
        given().contentType("application/json").body(SOURCE).put(address(release) + "/beacon").then().statusCode(401);
        Room.staff(StaffTokens.organizerOf("other")).body(SOURCE).put(address(release) + "/beacon").then()
                .statusCode(404);
        Room.staff(StaffTokens.stewardOf("acme")).body(VALUE).post(address(release) + "/beacon").then()
                .statusCode(403);
    }

    private static String lobby() {
        return Room.open(Map.of("policy", "DRAW", "lobbyOpensAt", Instant.now().minusSeconds(60).toString(), "opensAt",
                Instant.now().plusSeconds(3600).toString()));
    }

    private static Response announce(String release, Map<String, String> body) {
        return Room.staff(ORGANIZER).body(body).put(address(release) + "/beacon");
    }

    private static Response give(String release, Map<String, String> body) {
        return Room.staff(ORGANIZER).body(body).post(address(release) + "/beacon");
    }

    private static Response fairness(String release) {
        return given().get(address(release) + "/fairness");
    }

    private static String address(String release) {
        return "/api/waiting-room/releases/" + release;
    }

    private static void problem(Response response, int status, String code) {
        response.then().statusCode(status).body("code", equalTo(code));
    }
}
