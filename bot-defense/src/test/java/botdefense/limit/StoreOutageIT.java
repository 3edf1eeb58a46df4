package botdefense.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import botdefense.store.RestartableRedis;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** B5: while the store is away or slow fans are let on within limits of this process, and nobody beyond them. */
@QuarkusTest
@TestProfile(StoreOutageIT.Impatient.class)
class StoreOutageIT {

    private static final int NEW_PLACES_PER_MINUTE = 5;
    private static final int SLOW_MILLIS = 8_000;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration STEP = Duration.ofMillis(50);

    @BeforeEach
    void storeIsAway() {
        RestartableRedis.takeDown();
    }

    @Test
    void limitsAreLocalWhileTheStoreIsAwayAndSharedOnceItIsThere() {
        refusesTheSixthPlaceOfOneDeviceOnly();

        RestartableRedis.bringUp();
        limitsAreSharedAgain();
        RestartableRedis.takeDown();
        refusesTheSixthPlaceOfOneDeviceOnly();
        joins();

        RestartableRedis.bringUp();
        limitsAreSharedAgain();
        refusesTheSixthPlaceOfOneDeviceOnly();
    }

    @Test
    void limitsAreLocalWhileTheStoreIsSlow() {
        RestartableRedis.bringUp();
        limitsAreSharedAgain();
        var device = newDevice();
        takeAllPlaces(device);
        place(device).then().statusCode(429);

        RestartableRedis.holdBreath(SLOW_MILLIS);

        place(device).then().statusCode(204);
        refusesTheSixthPlaceOfOneDeviceOnly();
        joins();
        limitsAreSharedAgain();
    }

    private static void refusesTheSixthPlaceOfOneDeviceOnly() {
        var device = newDevice();
        takeAllPlaces(device);
        place(device).then().statusCode(429).body("code", equalTo("slow-down"))
                .header("Retry-After", notNullValue());
        place(newDevice()).then().statusCode(204);
    }

    private static void takeAllPlaces(String device) {
        for (var place = 0; place < NEW_PLACES_PER_MINUTE; place++) {
            place(device).then().statusCode(204);
        }
    }

    /** A limit that the store has seen is one that every process sees. */
    private static void limitsAreSharedAgain() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isKeptByTheStore(newDevice())) {
            assertThat(System.nanoTime()).as("limits are not back in the store after %s", PATIENCE)
                    .isLessThan(deadline);
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private static boolean isKeptByTheStore(String device) {
        place(device).then().statusCode(204);
        return RestartableRedis.has("defense:device:" + device);
    }

    private static void joins() {
        given().contentType(ContentType.JSON).body(Map.of("a", "b")).post("/api/probe/loop").then().statusCode(200);
    }

    private static Response place(String device) {
        return given().contentType(ContentType.JSON).body(Map.of("device", device)).post("/api/probe/place");
    }

    private static String newDevice() {
        return UUID.randomUUID().toString();
    }

    /** Has a store of its own, and waits for it no longer than a service would. */
    public static class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("defense.store.patience", "250ms");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(RestartableRedis.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
