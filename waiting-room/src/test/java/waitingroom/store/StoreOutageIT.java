package waitingroom.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;
import waitingroom.testing.TestFan;

/** W8: without the store nobody is admitted, nothing falls over, and it goes on by itself when the store is back. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class StoreOutageIT {

    @Inject
    ScriptStore scripts;

    @Test
    void theRoomWaitsForItsStoreAndGoesOnWhereItStopped() {
        var release = Room.open(Map.of("maxActive", 1));
        var inside = new TestFan();
        var waiting = new TestFan();
        var late = new TestFan();
        inside.join(release).then().statusCode(201);
        var token = inside.claim(release).<String>path("token");
        waiting.join(release).then().statusCode(201).body("place", equalTo(2));
        late.joinOnce(release).then().statusCode(202);

        RoomTestResource.redis().stop();
        Room.await("the store is missed", () -> waiting.joinOnce(release).statusCode() == 503);

        waiting.joinOnce(release).then().statusCode(503).body("code", equalTo("store-unavailable"))
                .header("Retry-After", notNullValue());
        waiting.claim(release).then().statusCode(503).body("code", equalTo("store-unavailable"));
        waiting.me(release).then().statusCode(503);
        given().get("/api/waiting-room/jwks.json").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(503);
        Room.await("the status tells of the pause", () -> given()
                .get("/api/waiting-room/releases/" + release + "/status").path("paused").equals(true));
        Room.staff(StaffTokens.admin()).get("/api/waiting-room/system").then().statusCode(200)
                .body("complete", equalTo(false)).body("instances", hasSize(1))
                .body("stores[0].answers", equalTo(false));

        RoomTestResource.redis().start();
        Room.await("joins work again", () -> waiting.joinOnce(release).statusCode() == 200);

        given().get("/q/health/ready").then().statusCode(200);
        Room.await("this instance tells of itself", () -> Room.staff(StaffTokens.admin())
                .get("/api/waiting-room/system").jsonPath().getList("instances").size() == 1);
        Room.staff(StaffTokens.admin()).get("/api/waiting-room/system").then()
                .body("complete", equalTo(true)).body("stores[0].answers", equalTo(true))
                .body("instances[0].state", equalTo("UP"))
                .body("instances[0].requests.lastDay.answered", notNullValue());
        waiting.joinOnce(release).then().body("place", equalTo(2)).body("state", equalTo("WAITING"));
        assertThat(inside.claim(release).<String>path("token")).as("issued tokens stay").isEqualTo(token);
        Room.await("a newcomer joins", () -> late.joinOnce(release).statusCode() == 201);
        inside.leave(release).then().statusCode(204);
        Room.await("the queue moves", () -> waiting.claim(release).statusCode() == 201);
        Room.await("the status is live again", () -> given()
                .get("/api/waiting-room/releases/" + release + "/status").path("paused").equals(false));
    }

    /** Every script runs although the store has just forgotten them all; no place is left out, for it lives on. */
    @Test
    void scriptsAreLoadedWhereTheyAreForgotten() {
        var release = Room.open(Map.of());
        var fan = new TestFan();
        scripts.send(Command.SCRIPT, "FLUSH");
        fan.join(release).then().statusCode(201).body("place", equalTo(1));
        scripts.send(Command.SCRIPT, "FLUSH");
        fan.me(release).then().statusCode(200);
        scripts.send(Command.SCRIPT, "FLUSH");
        fan.claim(release).then().statusCode(201);
        scripts.send(Command.SCRIPT, "FLUSH");
        fan.leave(release).then().statusCode(204);
        scripts.send(Command.SCRIPT, "FLUSH");
        fan.joinOnce(release).then().statusCode(201).body("place", equalTo(2));
    }
}
