package waitingroom.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.ScriptStore;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;
import waitingroom.testing.TestFan;

/** The public status: shared, versioned, streamed; and the page that shows it. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class StatusIT {

    @Inject
    ScriptStore scripts;

    @Inject
    StatusBoard board;

    @Test
    void theStatusIsTheSameForAllAndMayBeKeptForASecond() {
        var release = Room.open(Map.of("maxActive", 1, "message", "Welcome"));
        new TestFan().join(release);
        new TestFan().join(release);
        Room.await("both are counted", () -> status(release).jsonPath().getLong("issued") == 2);

        var status = status(release);
        status.then().statusCode(200).header("Cache-Control", equalTo("public, max-age=1"))
                .body("release", equalTo(release)).body("phase", equalTo("OPEN")).body("serving", equalTo(1))
                .body("ratePerMinute", equalTo(6000)).body("paused", equalTo(false))
                .body("message", equalTo("Welcome")).body("tiers", hasSize(0)).body("version", greaterThan(0))
                .body("now.length()", equalTo(24)).body("opensAt", notNullValue())
                .body("nextPollMillis", greaterThan(0));
        given().header("If-None-Match", status.header("ETag")).get(path(release)).then().statusCode(304);
        given().header("If-None-Match", "W/\"0\"").get(path(release)).then().statusCode(200);
        given().get("/api/waiting-room/releases/no-such/status").then().statusCode(404)
                .contentType("application/problem+json").body("code", equalTo("unknown-release"));
    }

    /** Its number is told with it: half a change under the new number would be kept by whoever asks by it. */
    @Test
    void aChangeMadeByAnotherInstanceIsToldWhole() {
        var release = Room.open(Map.of("message", "Welcome"));
        var before = board.refreshNow(release).orElseThrow().document();

        scripts.send(Command.HSET, new ReleaseKeys(release).definition(), "message", "A short break", "ratePerMinute",
                "90", "version", "2");

        var after = board.refreshNow(release).orElseThrow().document();
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.message()).isEqualTo("A short break");
        assertThat(after.ratePerMinute()).isEqualTo(90);
    }

    @Test
    void whatTheCoreSaysIsLeftStandsInTheStatus() {
        var event = "of-acme-" + System.nanoTime();
        var release = Room.open(Map.of("eventId", event));
        scripts.send(Command.SET, "ticketing:tiers:" + event,
                "[{\"name\":\"Premium\",\"from\":{\"amount\":4950,\"currency\":\"EUR\"},\"left\":123}]");

        Room.await("it is told", () -> status(release).jsonPath().getList("tiers").size() == 1);

        status(release).then().body("tiers[0].name", equalTo("Premium")).body("tiers[0].from.amount", equalTo(4950))
                .body("tiers[0].left", equalTo(123));
    }

    @Test
    void everyChangeIsStreamedAndWhoComesBackIsToldOnlyWhatIsNew() throws IOException, InterruptedException {
        var release = Room.open(Map.of());
        status(release);
        try (var client = HttpClient.newHttpClient(); var lines = stream(client, release, null)) {
            var each = lines.iterator();
            var first = next(each, "id:");
            assertThat(next(each, "data:")).contains("\"phase\":\"OPEN\"");

            Room.staff(StaffTokens.admin()).body(Map.of("mode", "HOLD"))
                    .post("/api/waiting-room/releases/" + release + "/mode").then().statusCode(200);

            var second = next(each, "id:");
            while (second.equals(first)) { // the same status is told again as a sign of life
                second = next(each, "id:");
            }
            assertThat(next(each, "data:")).contains("\"phase\":\"HELD\"");
            try (var resumed = stream(client, release, second.substring(3).strip())) {
                assertThat(resumed.iterator().next()).as("nothing new: a comment only").startsWith(":");
            }
        }
    }

    @Test
    void thePageIsOneFileForEveryEventAndRunsNothingForeign() {
        given().get("/queue/any-event").then().statusCode(200).contentType("text/html")
                .header("Cache-Control", notNullValue()).header("Content-Security-Policy", notNullValue());
        given().get("/queue/queue.js").then().statusCode(200);
        given().get("/queue/queue.css").then().statusCode(200);
    }

    @Test
    void staffReadFiguresAndHistory() {
        var release = Room.open(Map.of("maxActive", 1));
        var fan = new TestFan();
        fan.join(release);
        new TestFan().join(release);
        fan.claim(release).then().statusCode(201);
        var organizer = StaffTokens.organizerOf("acme");

        Room.staff(organizer).get("/api/waiting-room/releases/" + release + "/figures").then().statusCode(200)
                .body("waiting", equalTo(1)).body("admitted", equalTo(1)).body("alive", equalTo(1))
                .body("joined", equalTo(2)).body("ratePerMinuteNow", equalTo(1)).body("why", notNullValue());
        Room.staff(organizer).queryParam("from", "2020-01-01T00:00:00Z")
                .get("/api/waiting-room/releases/" + release + "/history").then().statusCode(200)
                .body("minutes.joined.sum()", equalTo(2)).body("minutes.admitted.sum()", equalTo(1));
        Room.staff(organizer).queryParam("from", "yesterday")
                .get("/api/waiting-room/releases/" + release + "/history").then().statusCode(400);
    }

    @Test
    void metricsAndDescriptionAreServed() {
        given().get("/q/openapi").then().statusCode(200);
        assertThat(given().get("/q/metrics").asString()).contains("waiting_room_");
    }

    private static Stream<String> stream(HttpClient client, String release, String seen)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port
                + "/api/waiting-room/releases/" + release + "/stream"));
        if (seen != null) {
            request.header("Last-Event-ID", seen);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofLines()).body();
    }

    private static String next(java.util.Iterator<String> lines, String begin) {
        var line = lines.next();
        while (!line.startsWith(begin)) {
            line = lines.next();
        }
        return line;
    }

    private static Response status(String release) {
        return given().get(path(release));
    }

    private static String path(String release) {
        return "/api/waiting-room/releases/" + release + "/status";
    }
}
