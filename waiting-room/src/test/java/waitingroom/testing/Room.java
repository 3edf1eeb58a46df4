package waitingroom.testing;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Releases as staff set them up over HTTP, and patience for what takes its time. */
public final class Room {

    private Room() {}

    public static RequestSpecification staff(String token) {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    /** A release of acme that is open now, with some fields set otherwise. */
    public static Map<String, Object> document(Map<String, Object> fields) {
        var document = new HashMap<String, Object>(Map.of("eventId", "of-acme-1", "organizationId", "acme",
                "title", "A concert", "opensAt", Instant.now().minusSeconds(5).toString(), "ratePerMinute", 6000,
                "maxActive", 100));
        document.putAll(fields);
        return document;
    }

    public static String open(Map<String, Object> fields) {
        var id = "release-" + UUID.randomUUID();
        put(id, fields).then().statusCode(201);
        return id;
    }

    public static Response put(String id, Map<String, Object> fields) {
        return staff(StaffTokens.organizerOf("acme")).body(document(fields)).put("/api/waiting-room/releases/" + id);
    }

    /** Opens the doors of a release now, whenever they were to open: what a lobby waits for does not hang on a clock. */
    public static void openNow(String release) {
        staff(StaffTokens.organizerOf("acme")).header("If-Match", "*")
                .body(Map.of("opensAt", Instant.now().toString())).patch("/api/waiting-room/releases/" + release)
                .then().statusCode(200);
    }

    /** Asks again until it is so; the only place of these tests that lets time pass. */
    public static void await(String what, BooleanSupplier condition) {
        var deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not within 60 s: " + what);
            }
            pause(Duration.ofMillis(50));
        }
    }

    /** Keeps to a pause that the service asked for. */
    public static void pause(Duration asked) {
        var until = System.nanoTime() + asked.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
