package waitingroom.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static waitingroom.testing.Room.document;
import static waitingroom.testing.Room.put;
import static waitingroom.testing.Room.staff;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;

/** Staff plan releases: defaults, versions, and every refusal on the way. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class ReleasePlanIT {

    private static final String ORGANIZER = StaffTokens.organizerOf("acme");

    @Test
    void whatIsLeftOutHasTheDefaultOfTheContract() {
        var id = newId();
        var opensAt = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);

        staff(ORGANIZER).body(Map.of("eventId", "of-acme-1", "organizationId", "acme", "opensAt", opensAt.toString(),
                "ratePerMinute", 60, "maxActive", 10)).put(path(id)).then().statusCode(201)
                .header("ETag", equalTo("\"1\"")).header("Location", notNullValue());

        given().get(path(id)).then().statusCode(200).header("ETag", equalTo("\"1\""))
                .body("policy", equalTo("FIFO")).body("lobbyOpensAt.length()", equalTo(24))
                .body("closesAt", nullValue()).body("claimSeconds", equalTo(120))
                .body("admissionSeconds", equalTo(600)).body("maxOrders", equalTo(1)).body("maxSeats", equalTo(6))
                .body("binding", equalTo("KEY")).body("accessCodes", equalTo("NONE")).body("mode", equalTo("AUTO"))
                .body("phase", equalTo("SCHEDULED"));
        given().queryParam("event", "of-acme-1").queryParam("limit", 200).get("/api/waiting-room/releases").then()
                .statusCode(200).body("items.id", hasItem(id));
        given().queryParam("event", "of-acme-" + id).get("/api/waiting-room/releases").then().statusCode(200)
                .body("items", hasSize(0)).body("next", nullValue());
    }

    @Test
    void aListIsReadPageByPage() {
        var event = "of-acme-" + UUID.randomUUID();
        for (var i = 0; i < 3; i++) {
            put(newId(), Map.of("eventId", event)).then().statusCode(201);
        }

        var first = given().queryParam("event", event).queryParam("limit", 2).get("/api/waiting-room/releases");
        first.then().body("items", hasSize(2)).body("next", notNullValue());
        given().queryParam("event", event).queryParam("limit", 2).queryParam("after", first.<String>path("next"))
                .get("/api/waiting-room/releases").then().body("items", hasSize(1)).body("next", nullValue());
        problem(given().queryParam("limit", 201).get("/api/waiting-room/releases"), 400, "invalid");
    }

    @Test
    void aChangeNeedsTheVersionItIsMadeOn() {
        var id = Room.open(Map.of());

        problem(put(id, Map.of()), 428, "if-match-missing");
        problem(staff(ORGANIZER).header("If-Match", "\"7\"").body(document(Map.of())).put(path(id)), 412,
                "stale-version");
        staff(ORGANIZER).header("If-Match", "\"1\"").body(document(Map.of("maxActive", 7))).put(path(id)).then()
                .statusCode(200).header("ETag", equalTo("\"2\"")).body("maxActive", equalTo(7));
        problem(staff(ORGANIZER).body("{\"maxActive\": 8}").patch(path(id)), 428, "if-match-missing");
        problem(staff(ORGANIZER).header("If-Match", "\"1\"").body("{\"maxActive\": 8}").patch(path(id)), 412,
                "stale-version");
        staff(ORGANIZER).header("If-Match", "\"2\"").body("{\"maxActive\": 8, \"title\": null}").patch(path(id)).then()
                .statusCode(200).body("maxActive", equalTo(8)).body("title", equalTo(""))
                .body("ratePerMinute", equalTo(6000));
        staff(ORGANIZER).header("If-Match", "\"3\"").contentType("application/merge-patch+json")
                .body("{\"message\": \"Hello\"}").patch(path(id)).then().statusCode(200)
                .body("message", equalTo("Hello"));
        problem(staff(ORGANIZER).header("If-Match", "\"4\"").body("{\"maxActive\": 0}").patch(path(id)), 400,
                "invalid");
        problem(staff(ORGANIZER).header("If-Match", "\"4\"").body("{\"unknown\": 0}").patch(path(id)), 400,
                "unknown-field");
        problem(staff(ORGANIZER).delete(path(id)), 428, "if-match-missing");
        problem(staff(ORGANIZER).header("If-Match", "\"1\"").delete(path(id)), 412, "stale-version");
        staff(ORGANIZER).header("If-Match", "\"4\"").delete(path(id)).then().statusCode(204);
        problem(given().get(path(id)), 404, "unknown-release");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ratePerMinute   | 0                          | 400 | invalid
            ratePerMinute   | many                       | 400 | invalid
            maxActive       | -1                         | 400 | invalid
            claimSeconds    | 0                          | 400 | invalid
            policy          | BEST                       | 400 | invalid
            opensAt         | tomorrow                   | 400 | invalid
            color           | blue                       | 400 | unknown-field
            closesAt        | 2020-01-01T00:00:00.000Z   | 422 | invalid-release
            lobbyOpensAt    | 2100-01-01T00:00:00.000Z   | 422 | invalid-release
            opensAt         | +1000000000-12-31T00:00:00Z| 422 | invalid-release
            id              | another                    | 422 | invalid-release
            eventId         | of-other-1                 | 422 | unknown-event
            eventId         | unknown                    | 422 | unknown-event
            organizationId  | other                      | 422 | unknown-event
            eventId         | of-nobody-broken           | 503 | ticketing-unavailable
            """)
    void whatCannotBeIsRefused(String field, String value, int status, String code) {
        problem(put(newId(), Map.of(field, value.matches("-?\\d+") ? Integer.valueOf(value) : value)), status, code);
    }

    @Test
    void anIdThatCannotBeOneIsRefused() {
        problem(put("Upper", Map.of()), 422, "invalid-release");
        problem(put("a".repeat(64), Map.of()), 422, "invalid-release");
    }

    @Test
    void onlyTheOwnersOrganizerMayTouchARelease() {
        var id = Room.open(Map.of());

        problem(given().contentType(ContentType.JSON).body(document(Map.of())).put(path(id)), 401,
                "not-authenticated");
        problem(staff("forged").body(document(Map.of())).put(path(id)), 401, "not-authenticated");
        problem(given().get(path(id) + "/figures"), 401, "not-authenticated");
        problem(given().post("/api/waiting-room/keys/rotation"), 401, "not-authenticated");
        problem(staff(ORGANIZER).post("/api/waiting-room/keys/rotation"), 403, "not-allowed");
        for (var method : new String[]{ "PUT", "PATCH", "DELETE" }) {
            var body = method.equals("PUT") ? document(Map.of()) : Map.of("maxActive", 5);
            problem(staff(StaffTokens.organizerOf("other")).header("If-Match", "*").body(body).request(method,
                    path(id)), 404, "unknown-release");
            problem(staff(StaffTokens.stewardOf("acme")).header("If-Match", "*").body(body).request(method, path(id)),
                    403, "not-allowed");
        }
        problem(staff(StaffTokens.organizerOf("other")).get(path(id) + "/figures"), 404, "unknown-release");
        problem(staff(StaffTokens.stewardOf("acme")).get(path(id) + "/history"), 403, "not-allowed");
        problem(staff(StaffTokens.stewardOf("acme")).body(document(Map.of())).put(path(newId())), 403, "not-allowed");
        problem(staff(StaffTokens.organizerOf("other")).body(document(Map.of("organizationId", "other")))
                .put(path(newId())), 422, "unknown-event");
        staff(StaffTokens.admin()).header("If-Match", "*").body("{\"maxActive\": 5}").patch(path(id)).then()
                .statusCode(200);
    }

    @Test
    void theModeChangesAtOnceAndTellsWhy() {
        var id = Room.open(Map.of());

        staff(ORGANIZER).body(Map.of("mode", "HOLD", "reason", "Stage repairs", "message", "Back soon"))
                .post(path(id) + "/mode").then().statusCode(200).body("phase", equalTo("HELD"))
                .body("message", equalTo("Back soon"));
        Room.await("the status tells", () -> status(id).path("paused").equals(true));
        status(id).then().body("phase", equalTo("HELD")).body("reason", equalTo("Stage repairs"))
                .body("message", equalTo("Back soon"));
        staff(ORGANIZER).body(Map.of("mode", "CLOSED")).post(path(id) + "/mode").then().body("phase",
                equalTo("CLOSED"));
        problem(staff(ORGANIZER).body(Map.of("mode", "PARTY")).post(path(id) + "/mode"), 400, "invalid");
        problem(staff(ORGANIZER).body(Map.of()).post(path(id) + "/mode"), 400, "invalid");
    }

    @Test
    void keysRotateWithOverlap() {
        var before = given().get("/api/waiting-room/jwks.json").jsonPath().getList("keys.kid", String.class);

        var next = staff(StaffTokens.admin()).post("/api/waiting-room/keys/rotation");
        next.then().statusCode(201).body("kid", notNullValue()).body("activatesAt", notNullValue());

        given().get("/api/waiting-room/jwks.json").then().statusCode(200)
                .body("keys.kid", hasItem(before.getFirst())).body("keys.kid", hasItem(next.<String>path("kid")))
                .body("keys[0].alg", equalTo("ES256")).body("keys[0].use", equalTo("sig"))
                .body("keys[0].d", nullValue());
    }

    private static Response status(String id) {
        return given().get(path(id) + "/status");
    }

    private static String path(String id) {
        return "/api/waiting-room/releases/" + id;
    }

    private static String newId() {
        return "release-" + UUID.randomUUID();
    }

    private static void problem(Response response, int status, String code) {
        response.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
