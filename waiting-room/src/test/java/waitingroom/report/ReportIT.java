package waitingroom.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.ScriptStore;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;
import waitingroom.testing.TestFan;

/** The report on a release follows its log, wherever it goes. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class ReportIT {

    @Inject
    ScriptStore scripts;

    @Test
    void theReportFollowsTheLogEvenOfAStoreThatLostItsEnd() {
        var release = Room.open(Map.of("maxActive", 1));
        var path = "/api/waiting-room/releases/" + release + "/fairness/report";
        given().get(path).then().statusCode(200).body("counts.places", equalTo(0)).body("waits.p50", nullValue());
        var fan = new TestFan();
        fan.join(release).then().statusCode(201);
        fan.claimPatiently(release).then().statusCode(201);
        Room.staff(StaffTokens.organizerOf("acme")).body(Map.of("mode", "HOLD", "reason", "Rain"))
                .post("/api/waiting-room/releases/" + release + "/mode").then().statusCode(200);

        given().get(path).then().statusCode(200).body("release", equalTo(release)).body("inversions", equalTo(0))
                .body("counts.places", equalTo(1)).body("counts.called", equalTo(1)).body("counts.admitted", equalTo(1))
                .body("overshoot.rate", equalTo(0)).body("overshoot.active", equalTo(0)).body("most.alive", equalTo(1))
                .body("waits.byPlace.size()", greaterThan(0)).body("pauses.size()", equalTo(1))
                .body("pauses[0].cause", equalTo("Rain")).body("from", notNullValue());

        var log = new ReleaseKeys(release).log();
        scripts.send(Command.RPOP, log);
        scripts.send(Command.RPOP, log);
        new TestFan().join(release).then().statusCode(201);
        new TestFan().join(release).then().statusCode(201);
        given().get(path).then().body("pauses.size()", equalTo(0)).body("counts.places", equalTo(3));
        given().get("/api/waiting-room/releases/no-such/fairness/report").then().statusCode(404);
    }
}
