package waitingroom.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;
import waitingroom.testing.ClusterTestResource;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;
import waitingroom.testing.TestFan;
import waitingroom.testing.TestRedis;

/** The whole room on a Redis Cluster of three masters: every release on one shard, the streams wherever they fall. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
@QuarkusTestResource(value = ClusterTestResource.class, restrictToAnnotatedClass = true)
class ClusterIT {

    @Inject
    ScriptStore scripts;

    @Test
    void releasesOnAllShardsServeTheirFans() throws ParseException {
        var releases = ClusterTestResource.cluster().nodes().stream().map(ClusterIT::openOn).toList();
        var first = new TestFan();
        var second = new TestFan();
        // One cookie serves all releases; only the first step of all costs a pause.
        first.join(releases.getFirst());
        second.join(releases.getFirst());

        for (var release : releases) {
            first.joinOnce(release);
            second.joinOnce(release);
            var token = first.claimPatiently(release);
            token.then().statusCode(201);
            second.joinOnce(release).then().statusCode(200).body("place", equalTo(2)).body("state", equalTo("WAITING"));
            end(release, SignedJWT.parse(token.path("token")).getJWTClaimsSet().getJWTID());
        }
        for (var release : releases) {
            Room.await("the slot is the next fan's", () -> second.claim(release).statusCode() == 201);
            second.leave(release).then().statusCode(204);
            Room.staff(StaffTokens.admin()).get("/api/waiting-room/releases/" + release + "/figures").then()
                    .statusCode(200).body("alive", equalTo(0)).body("done", equalTo(1));
        }
        given().get("/q/health/ready").then().statusCode(200);
        Room.staff(StaffTokens.admin()).header("If-Match", "*")
                .delete("/api/waiting-room/releases/" + releases.getLast()).then().statusCode(204);
    }

    private static String openOn(TestRedis node) {
        var id = Stream.generate(() -> "release-" + UUID.randomUUID())
                .filter(name -> ClusterTestResource.cluster().nodeOf(name) == node).findFirst().orElseThrow();
        Room.put(id, Map.of("maxActive", 1)).then().statusCode(201);
        return id;
    }

    private void end(String release, String jti) {
        scripts.send(Command.XADD, "ticketing:admissions", "*", "type", "ended", "jti", jti, "release", release,
                "reason", "done");
    }

    @Test
    void aLobbyIsDrawnAndReceiptsAreSigned() {
        var release = Room.open(Map.of("policy", "DRAW", "lobbyOpensAt", Instant.now().minusSeconds(5).toString(),
                "opensAt", Instant.now().plusSeconds(600).toString()));
        var fans = List.of(new TestFan(), new TestFan());
        fans.forEach(fan -> fan.join(release).then().statusCode(201).body("state", equalTo("LOBBY")));

        Room.openNow(release);

        Room.await("it is drawn", () -> fans.stream()
                .allMatch(fan -> fan.joinOnce(release).jsonPath().get("place") != null));
        assertThat(fans.stream().map(fan -> fan.joinOnce(release).<Integer>path("place")))
                .containsExactlyInAnyOrder(1, 2);
        fans.getFirst().request().get(TestFan.path(release) + "/me/receipt").then().statusCode(200)
                .body("treeHead", notNullValue());
    }

    /** W8: one shard dies and comes back; its fans keep their places, and the queue goes on by itself. */
    @Test
    void aShardThatCameBackGoesOn() {
        var release = Room.open(Map.of("maxActive", 1));
        var fan = new TestFan();
        fan.join(release).then().statusCode(201);
        var shard = ClusterTestResource.cluster().nodeOf(release);

        shard.kill();
        Room.await("the shard is missed", () -> fan.claim(release).statusCode() == 503);
        shard.start();

        Room.await("it goes on", () -> fan.claim(release).statusCode() == 201);
        fan.joinOnce(release).then().statusCode(200).body("place", equalTo(1)).body("state", equalTo("ADMITTED"));
    }
}
