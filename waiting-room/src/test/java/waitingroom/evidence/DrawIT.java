package waitingroom.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import waitingroom.draw.Commitment;
import waitingroom.draw.Draw;
import waitingroom.draw.Seed;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;
import waitingroom.testing.TestFan;

/** Promise W7: the lobby is drawn as it was promised, once, and every fan can recompute it from what is published. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class DrawIT {

    private static final Duration LOBBY = Duration.ofHours(1);
    private static final int FANS = 8;

    @Test
    void aLobbyIsDrawnAsPromisedAndLateComersStandBehind() {
        var release = openLobby(Map.of());
        var commitment = given().get(address(release)).jsonPath().getString("commitment");
        fairness(release).then().body("commitment", equalTo(commitment)).body("$", hasKey("seed"))
                .body("seed", nullValue()).body("lobbySize", nullValue());
        var fans = IntStream.range(0, FANS).mapToObj(i -> new TestFan()).toList();

        var indexes = joinAll(release, fans);
        var late = awaitDrawn(release).join(release);

        assertThat(indexes).containsExactlyInAnyOrderElementsOf(LongStream.range(0, FANS).boxed().toList());
        late.then().statusCode(201).body("place", equalTo(FANS + 1));
        var published = fairness(release).jsonPath();
        var draw = drawOf(published);
        assertThat(published.getString("commitment")).isEqualTo(commitment);
        assertThat(new Commitment(commitment).isOpenedBy(draw.seed())).isTrue();
        assertThat(draw.lobbySize()).isEqualTo(FANS);
        for (var i = 0; i < FANS; i++) {
            var place = draw.permutation().placeOf(indexes.get(i));
            fans.get(i).me(release).then().statusCode(200).body("place", equalTo((int) place))
                    .body("lobbyIndex", nullValue());
            fans.get(i).joinOnce(release).then().statusCode(200).body("place", equalTo((int) place));
        }
    }

    @Test
    void whoLeavesTheLobbyLeavesTheDrawnPlaceAndComesBackAsSomebodyNew() {
        var release = openLobby(Map.of());
        var fan = new TestFan();
        var other = new TestFan();
        fan.join(release).then().statusCode(201).body("lobbyIndex", equalTo(0)).body("place", nullValue())
                .body("state", equalTo("LOBBY"));
        other.join(release).then().statusCode(201).body("lobbyIndex", equalTo(1));

        fan.leave(release).then().statusCode(204);
        fan.joinOnce(release).then().statusCode(201).body("lobbyIndex", equalTo(2));
        awaitDrawn(release);

        var draw = drawOf(fairness(release).jsonPath());
        fan.me(release).then().body("place", equalTo((int) draw.permutation().placeOf(2)));
        Room.await("two are called, the third has gone", () -> calledPlaces(release).size() == 2);
        assertThat(calledPlaces(release)).doesNotContain(draw.permutation().placeOf(0));
    }

    @Test
    void aCalledFanOfTheLobbyClaimsAndIsInTheLogAlongTheWholeWay() {
        var release = openLobby(Map.of());
        var fan = new TestFan();
        fan.join(release).then().statusCode(201).body("lobbyIndex", equalTo(0));
        fan.claim(release).then().statusCode(409);
        awaitDrawn(release);
        Room.await("the fan is called", () -> calledPlaces(release).equals(List.of(1L)));

        fan.claimPatiently(release).then().statusCode(201);
        fan.leave(release).then().statusCode(204);
        fan.joinOnce(release).then().statusCode(201).body("place", equalTo(2));

        assertThat(entries(release)).extracting(entry -> entry.split(" ")[0]).containsExactly("mode", "cap", "lobby",
                "close", "draw", "call", "admit", "leave", "join", "call");
    }

    @Test
    void anEmptyLobbyOpensTheDoorsAllTheSame() {
        var release = Room.open(Map.of("policy", "DRAW"));

        Room.await("the doors are open", () -> phase(release).equals("OPEN"));

        assertThat(drawOf(fairness(release).jsonPath()).lobbySize()).isZero();
        new TestFan().join(release).then().statusCode(201).body("place", equalTo(1));
    }

    @Test
    void howPlacesAreGivenIsFixedOnceSomebodyStandsInLine() {
        var release = openLobby(Map.of());
        var version = given().get(address(release)).header("ETag");
        new TestFan().join(release).then().statusCode(201);

        Room.staff(StaffTokens.organizerOf("acme")).header("If-Match", version)
                .body(Room.document(Map.of("policy", "FIFO"))).put(address(release))
                .then().statusCode(422).body("code", equalTo("policy-fixed"));
    }

    private static String openLobby(Map<String, Object> fields) {
        var document = new HashMap<>(fields);
        document.put("policy", "DRAW");
        document.put("lobbyOpensAt", Instant.now().minusSeconds(60).toString());
        document.put("opensAt", Instant.now().plus(LOBBY).toString());
        return Room.open(document);
    }

    private static List<Long> joinAll(String release, List<TestFan> fans) {
        fans.forEach(fan -> fan.joinOnce(release).then().statusCode(202));
        Room.pause(Duration.ofMillis(1_300));
        return fans.stream().map(fan -> fan.joinOnce(release).then().statusCode(201).body("place", nullValue())
                .extract().jsonPath().getLong("lobbyIndex")).toList();
    }

    /** Opens the doors; somebody who comes when everything is decided. */
    private static TestFan awaitDrawn(String release) {
        Room.openNow(release);
        Room.await("the lobby is drawn", () -> phase(release).equals("OPEN"));
        return new TestFan();
    }

    private static String phase(String release) {
        return given().get(address(release) + "/status").jsonPath().getString("phase");
    }

    private static Response fairness(String release) {
        var response = given().get(address(release) + "/fairness");
        response.then().statusCode(200);
        return response;
    }

    private static Draw drawOf(JsonPath published) {
        assertThat(published.getString("rule")).isEqualTo(Draw.RULE);
        return new Draw(published.getString("release"), new Seed(published.getString("seed")),
                published.getString("lobbyRoot"), published.getLong("lobbySize"), "");
    }

    private static List<Long> calledPlaces(String release) {
        var places = new ArrayList<Long>();
        for (var entry : entries(release)) {
            if (entry.startsWith("call ")) {
                var fields = entry.split(" ");
                LongStream.rangeClosed(Long.parseLong(fields[2]), Long.parseLong(fields[3])).forEach(places::add);
            }
        }
        return places;
    }

    private static List<String> entries(String release) {
        return Stream.of(given().get(address(release) + "/fairness/log.txt").asString().split("\n")).toList();
    }

    private static String address(String release) {
        return "/api/waiting-room/releases/" + release;
    }
}
