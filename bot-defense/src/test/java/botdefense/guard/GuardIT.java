package botdefense.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import standalone.testing.StoresTestResource;

/** The filter in a running service, with the real Redis. Every test comes from an address of its own. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
class GuardIT {

    @TestHTTPResource("/api/probe")
    URI probe;

    @ParameterizedTest
    @ValueSource(strings = { "loop", "virtual", "worker" })
    void bodyReachesTheResourceAsItWas(String kind) {
        given().header("X-Forwarded-For", "198.51.100.1").contentType(ContentType.JSON).body(Map.of("a", "b"))
                .post("/api/probe/" + kind).then()
                .statusCode(200)
                .body("body.a", equalTo("b"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "loop", "virtual", "worker" })
    void bodyOfUndeclaredLengthReachesTheResource(String kind) throws Exception {
        var body = HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString("{\"a\": \"b\"}"));
        var request = HttpRequest.newBuilder(URI.create(probe + "/" + kind)).version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json").header("X-Forwarded-For", "198.51.100.2").POST(body)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void addressWithoutKeysIsSlowedDownAfterItsBurst() throws Exception {
        var answers = allAtOnce(140, () -> join("203.0.113.1", null));

        assertThat(answers).filteredOn(status -> status == 200).hasSizeBetween(120, 125);
        assertThat(answers).filteredOn(status -> status == 429).hasSizeBetween(15, 20);
    }

    @Test
    @TestSecurity(user = "admin", roles = "admin")
    void refusalSaysWhenToComeBackAndCanBeExplained() throws Exception {
        allAtOnce(125, () -> join("203.0.113.2", null));

        var refusal = join("loop", "203.0.113.2", null).then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("slow-down"))
                .extract().response();

        assertThat(Integer.parseInt(refusal.header("Retry-After"))).isBetween(1, 60);
        var reference = refusal.jsonPath().getString("reference");
        given().get("/api/waiting-room/defense/decisions/" + reference).then()
                .statusCode(200)
                .body("verdict", equalTo("THROTTLE"))
                .body("action", equalTo("JOIN"))
                .body("signals.id", hasItem("address-rate"))
                .body("policyVersion", equalTo(1))
                .body("address", equalTo("203.0.113.0/24"));
        given().get("/api/waiting-room/defense/decisions?limit=200").then()
                .statusCode(200)
                .body("items.reference", hasItem(reference));
        given().get("/api/waiting-room/defense/decisions?limit=1").then().body("items", hasSize(1));
    }

    /** Two calls each, all at the same moment: the way fans of one company, one campus or one carrier arrive. */
    @Test
    void manyFansBehindOneAddressAllGetThrough() throws Exception {
        var keys = IntStream.range(0, 200).mapToObj(ignored -> newKey()).iterator();
        Callable<Integer> fan = () -> {
            Map<String, Object> key;
            synchronized (keys) {
                key = keys.next();
            }
            return Math.max(join("203.0.113.3", key), join("203.0.113.3", key));
        };

        assertThat(allAtOnce(200, fan)).containsOnly(200);
    }

    @Test
    @TestSecurity(user = "admin", roles = "admin")
    void aSeatThatGoesBackAndForthIsSeenAndNobodyIsHeldUp() {
        var concert = UUID.randomUUID().toString();
        var seen = "/api/waiting-room/defense/decisions?shadowed=true&signal=ping-pong&scope=" + concert;
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        do {
            // Of those that only rules in shadow would stop, so many a second are kept; other tests use that up too.
            assertThat(System.nanoTime()).isLessThan(deadline);
            for (var session : List.of("ada", "grace", "ada", "grace")) {
                given().header("X-Forwarded-For", "203.0.113.7").header("Authorization", "DPoP " + session)
                        .contentType(ContentType.JSON).body(Map.of("seats", List.of("A-1", "A-2")))
                        .post("/api/probe/" + concert + "/holds").then().statusCode(201).body("seats", hasSize(2));
            }
        } while (given().get(seen).jsonPath().getList("items").isEmpty());

        given().get(seen).then().statusCode(200).body("items[0].action", equalTo("HOLD"))
                .body("items[0].verdict", equalTo("ALLOW"));
    }

    @Test
    void deviceGetsFiveNewPlacesHoweverManyAskAtOnce() throws Exception {
        var device = UUID.randomUUID().toString();

        var answers = allAtOnce(50, () -> given().contentType(ContentType.JSON).body(Map.of("device", device))
                .post("/api/probe/place").statusCode());

        assertThat(answers).filteredOn(status -> status == 204).hasSize(5);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(45);
    }

    @Test
    void addressDoesNotCountForOtherActions() throws Exception {
        assertThat(allAtOnce(150, () -> given().header("X-Forwarded-For", "203.0.113.4").get("/api/probe/view")
                .statusCode())).containsOnly(200);
    }

    @Test
    @TestSecurity(user = "admin", roles = "admin")
    void addressIsResolvedFromTheRight() {
        given().header("X-Forwarded-For", "1.1.1.1, 203.0.113.9", "127.0.0.2")
                .get("/api/waiting-room/defense/address").then()
                .statusCode(200)
                .body("address", equalTo("203.0.113.9"))
                .body("hops.address", equalTo(List.of("127.0.0.1", "127.0.0.2", "203.0.113.9")));
    }

    @Test
    void addressIsForAdmins() {
        given().get("/api/waiting-room/defense/address").then().statusCode(401);
        given().get("/api/waiting-room/defense/decisions").then().statusCode(401);
    }

    @Test
    @TestSecurity(user = "admin", roles = "admin")
    void unknownReferenceIsUnknown() {
        given().get("/api/waiting-room/defense/decisions/NOSUCHTHING0").then().statusCode(404)
                .body("code", equalTo("unknown-decision"));
        given().get("/api/waiting-room/defense/decisions?verdict=REVIEW").then().statusCode(200)
                .body("next", nullValue());
        given().get("/api/waiting-room/defense/decisions?verdict=NONE").then().statusCode(400);
    }

    @Test
    void urlIsWhatTheClientSees() {
        given().header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "shop.example")
                .get("/api/probe/view?a=b").then()
                .body(equalTo("https://shop.example/api/probe/view"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "visitor, -, -, -, 403",
            "shopping, -, -, -, 403",
            "other, -, -, -, 204",
            "-, -, -, -, 204",
            "visitor, https://shop.example, -, -, 204",
            "visitor, HTTPS://SHOP.EXAMPLE:443, -, -, 204",
            "visitor, http://shop.example, -, -, 403",
            "visitor, https://shop.example.evil.example, -, -, 403",
            "visitor, null, -, -, 403",
            "visitor, -, same-origin, -, 204",
            "visitor, -, same-site, -, 403",
            "visitor, -, none, -, 403",
            "visitor, https://shop.example, cross-site, -, 403",
            "visitor, https://evil.example, same-origin, -, 403",
            "visitor, https://evil.example, cross-site, DPoP session, 204" })
    void writeOnACookieComesFromTheSameOrigin(String cookie, String origin, String site, String authorization,
            int status) {
        var request = given().header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "shop.example");
        if (cookie != null) {
            request.cookie(cookie, "value");
        }
        if (origin != null) {
            request.header("Origin", origin);
        }
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }

        var answer = request.delete("/api/probe/ride").then().statusCode(status);

        if (status == 403) {
            answer.body("code", equalTo("cross-site"));
        }
    }

    private static int join(String address, Map<String, Object> key) {
        return join("loop", address, key).statusCode();
    }

    private static Response join(String kind, String address, Map<String, Object> key) {
        return given().header("X-Forwarded-For", address).contentType(ContentType.JSON)
                .body(key == null ? Map.of() : Map.of("key", key))
                .post("/api/probe/" + kind);
    }

    static Map<String, Object> newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONObject();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Integer> allAtOnce(int count, Callable<Integer> call) throws Exception {
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(Math.min(count, 50))) {
            var running = IntStream.range(0, count).mapToObj(ignored -> threads.submit(() -> {
                gate.await();
                return call.call();
            })).toList();
            gate.countDown();
            return running.stream().map(GuardIT::valueOf).toList();
        }
    }

    private static <T> T valueOf(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
