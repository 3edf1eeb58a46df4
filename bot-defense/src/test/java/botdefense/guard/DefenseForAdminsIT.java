package botdefense.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;

/** What admins read and change, and what clients notice of it. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@TestSecurity(user = "admin", roles = "admin")
class DefenseForAdminsIT {

    private static final String DEFENSE = "/api/waiting-room/defense";
    private static final String CRAWLER = "ExampleBot/1.0 (+http://example.org/bot.html)";

    @AfterEach
    void thePolicyIsTheFirstAgain() {
        given().post(DEFENSE + "/policy/versions/1/activation").then().statusCode(200);
    }

    @Test
    void aPolicyIsChangedByWhoeverSawTheOneInForce() {
        var before = given().get(DEFENSE + "/policy").then().statusCode(200).extract();
        var seen = before.header("ETag");
        Map<String, Object> document = before.jsonPath().getMap("");

        put(document, null).statusCode(428).body("code", equalTo("if-match-missing"));
        put(document, "\"999\"").statusCode(412).body("code", equalTo("if-match-stale"));
        put(Map.of("rules", Map.of("no-such-rule", rule("OFF"))), seen).statusCode(422)
                .body("code", equalTo("invalid-policy")).body("violations.at", hasItem("/rules/no-such-rule"));
        var version = put(document, seen).statusCode(200).body("author", equalTo("admin")).extract()
                .jsonPath().getInt("version");
        put(document, seen).statusCode(412);

        given().get(DEFENSE + "/policy/versions").then().statusCode(200).body("items.version", hasItems(1, version));
        given().get(DEFENSE + "/policy/versions/999").then().statusCode(404).body("code", equalTo("unknown-version"));
    }

    @Test
    void whatChangedCanBeSeenAndTakenBack() {
        var version = put(Map.of("comment", "hush", "rules", Map.of("known-crawler", rule("SHADOW"))), "*")
                .statusCode(200)
                .body("rules.known-crawler.mode", equalTo("SHADOW")).extract().jsonPath().getInt("version");

        given().get(DEFENSE + "/policy/versions/" + version + "/diff?from=1").then().statusCode(200)
                .body("changes.at", hasItem("/rules/known-crawler/mode"));
        scoreOf("198.51.100.1", CRAWLER).body("verdict", equalTo("CHALLENGE"))
                .body("enforced.verdict", equalTo("ALLOW"))
                .body("policyVersion", equalTo(version));
        given().post(DEFENSE + "/policy/versions/1/activation").then().statusCode(200).body("version", equalTo(1));
        scoreOf("198.51.100.1", CRAWLER).body("enforced.verdict", equalTo("CHALLENGE"))
                .body("policyVersion", equalTo(1))
                .body("signals.id", hasItem("known-crawler")).body("signals[0].points", equalTo(60));
    }

    @Test
    void theSwitchTurnsEverythingOffAtOnce() {
        assertThat(newPlace("203.0.113.50", device(), Map.of(), CRAWLER).extract().statusCode()).isEqualTo(403);

        given().contentType(ContentType.JSON).body(Map.of("stance", "OFF", "reason", "it hurts fans"))
                .post(DEFENSE + "/policy/stance").then().statusCode(200).body("stance", equalTo("OFF"));

        newPlace("203.0.113.50", device(), Map.of(), CRAWLER).statusCode(204);
        given().contentType(ContentType.JSON).body(Map.of("stance", "HIGH_DEMAND", "reason", "doors open"))
                .post(DEFENSE + "/policy/stance").then().statusCode(200);
        newPlace("203.0.113.51", device(), Map.of(), "Mozilla/5.0").statusCode(403)
                .body("code", equalTo("challenge-required")).body("challenge.bits", equalTo(13));
    }

    @Test
    void whoeverStandsOnAListIsMetByIt() {
        var id = list("block", Map.of("entry", "203.0.113.60/31", "reason", "attacks", "expiresAt",
                Instant.now().plusSeconds(600).toString())).statusCode(201).body("author", equalTo("admin"))
                .extract().jsonPath().getString("id");

        newPlace("203.0.113.61", device(), Map.of(), "Mozilla/5.0").statusCode(403).body("code", equalTo("denied"))
                .body("reason", equalTo("blocked")).body("reference", notNullValue());
        newPlace("203.0.113.62", device(), Map.of(), "Mozilla/5.0").statusCode(204);
        scoreOf("203.0.113.60", "Mozilla/5.0").body("verdict", equalTo("DENY"));
        eventually(() -> given().get(DEFENSE + "/lists/block").jsonPath().getInt("items.find{it.id=='%s'}.hits"
                .formatted(id)) == 1);

        var allowed = list("allow", Map.of("entry", "203.0.113.61", "reason", "the venue's box office")).statusCode(201)
                .body("expiresAt", notNullValue()).extract().jsonPath().getString("id");
        newPlace("203.0.113.61", device(), Map.of(), CRAWLER).statusCode(204);
        given().delete(DEFENSE + "/lists/allow/" + allowed).then().statusCode(204);
        given().delete(DEFENSE + "/lists/block/" + id).then().statusCode(204);
        given().delete(DEFENSE + "/lists/block/" + id).then().statusCode(404).body("code", equalTo("unknown-entry"));
        newPlace("203.0.113.61", device(), Map.of(), "Mozilla/5.0").statusCode(204);
    }

    @Test
    void aSlipOnAListIsAskedAbout() {
        list("block", Map.of("entry", "10.0.0.0/8", "reason", "typo")).statusCode(422)
                .body("code", equalTo("entry-too-wide"));
        list("block", Map.of("entry", "somebody", "reason", "typo")).statusCode(422)
                .body("code", equalTo("invalid-entry"));
        list("block", Map.of("entry", "10.0.0.1", "reason", "past", "expiresAt", "2020-01-01T00:00:00.000Z"))
                .statusCode(422);
        var id = list("block", Map.of("entry", "AS64511", "reason", "meant", "confirmed", true)).statusCode(201)
                .extract().jsonPath().getString("id");
        given().delete(DEFENSE + "/lists/block/" + id).then().statusCode(204);
        given().get(DEFENSE + "/lists/grey").then().statusCode(404);
    }

    /** B4. */
    @Test
    void ofAHundredWhoBringOneSolutionOneComesThrough() throws Exception {
        var device = device();
        var challenge = newPlace("203.0.113.70", device, Map.of(), CRAWLER).statusCode(403)
                .body("code", equalTo("challenge-required")).body("alternatives[0].kind", equalTo("wait"))
                .extract().jsonPath().getMap("challenge");
        var solution = solve(challenge);

        newPlace("203.0.113.70", device(), solution, CRAWLER).statusCode(403);
        var answers = allAtOnce(100, () -> newPlace("203.0.113.70", device, solution, CRAWLER).extract().statusCode());

        assertThat(answers).filteredOn(status -> status == 204).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 403).hasSize(99);
    }

    @Test
    void aDecisionIsFoundByWhatStandsInIt() {
        var reference = newPlace("203.0.113.80", device(), Map.of(), CRAWLER).statusCode(403).extract().jsonPath()
                .getString("reference");

        eventually(() -> given().get(DEFENSE + "/decisions/" + reference).statusCode() == 200);
        given().get(DEFENSE + "/decisions/" + reference).then().body("verdict", equalTo("CHALLENGE"))
                .body("signals.id", hasItem("known-crawler")).body("scope", equalTo("release"))
                .body("address", equalTo("203.0.113.0/24"));
        given().get(DEFENSE + "/decisions?signal=known-crawler&action=join&verdict=CHALLENGE&limit=200").then()
                .statusCode(200).body("items.reference", hasItem(reference));
        given().get(DEFENSE + "/decisions?to=2020-01-01T00:00:00Z").then().statusCode(200).body("next", nullValue());
        given().get(DEFENSE + "/decisions?from=yesterday").then().statusCode(400);
        given().contentType(ContentType.JSON)
                .body(Map.of("policy", Map.of("rules", Map.of("known-crawler", rule("OFF"))),
                        "decisions", 200))
                .post(DEFENSE + "/policy/trial").then().statusCode(200)
                .body("changes.find{it.before=='CHALLENGE'}.after", equalTo("ALLOW"));
    }

    @Test
    void whatAdminsDidStandsInAChain() {
        put(Map.of("comment", "for the chain"), "*").statusCode(200);

        given().get(DEFENSE + "/audit?limit=1").then().statusCode(200).body("items[0].action", equalTo("policy-put"))
                .body("items[0].staff", equalTo("admin"));
        given().get(DEFENSE + "/audit/verification").then().statusCode(200).body("whole", equalTo(true));
    }

    @Test
    void scoringRefusesWhatIsNoRequest() {
        for (var wrong : List.of(Map.of("address", "nowhere"), Map.of("protocol", "h3"), Map.of("action", "dance"),
                Map.of("headers", List.of(List.of("one"))))) {
            var body = new java.util.HashMap<String, Object>(Map.of("address", "198.51.100.1", "protocol", "h1",
                    "headers", List.of(), "action", "join"));
            body.putAll(wrong);
            given().contentType(ContentType.JSON).body(body).post(DEFENSE + "/score").then().statusCode(400)
                    .body("code", equalTo("invalid"));
        }
    }

    private static Map<String, Object> rule(String mode) {
        return Map.of("family", "declaration", "points", 60, "mode", mode);
    }

    private static ValidatableResponse put(Map<String, ?> document, String seen) {
        var request = given().contentType(ContentType.JSON).body(document);
        return (seen == null ? request : request.header("If-Match", seen)).put(DEFENSE + "/policy").then();
    }

    private static ValidatableResponse list(String list, Map<String, ?> entry) {
        return given().contentType(ContentType.JSON).body(entry).post(DEFENSE + "/lists/" + list).then();
    }

    private static ValidatableResponse scoreOf(String address, String agent) {
        return given().contentType(ContentType.JSON).body(Map.of("address", address, "protocol", "h1", "headers",
                List.of(List.of("User-Agent", agent)), "action", "join")).post(DEFENSE + "/score").then()
                .statusCode(200);
    }

    private static ValidatableResponse newPlace(String address, Map<String, Object> key, Map<String, ?> solution,
            String agent) {
        var body = solution.isEmpty() ? Map.of("key", key) : Map.of("key", key, "solution", solution);
        return given().header("X-Forwarded-For", address).header("User-Agent", agent).contentType(ContentType.JSON)
                .body(body).post("/api/probe/release/new-place").then();
    }

    private static Map<String, Object> device() {
        return GuardIT.newKey();
    }

    private static Map<String, Object> solve(Map<Object, Object> challenge) {
        var salt = (String) challenge.get("salt");
        var nonces = new ArrayList<String>();
        for (var i = 0; i < (Integer) challenge.get("count"); i++) {
            var nonce = 0;
            while (zeroBits(salt + ":" + i + ":" + nonce) < (Integer) challenge.get("bits")) {
                nonce++;
            }
            nonces.add(String.valueOf(nonce));
        }
        return Map.of("token", challenge.get("token"), "nonces", nonces);
    }

    private static int zeroBits(String text) {
        try {
            var digest = java.security.MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return Integer.numberOfLeadingZeros(java.nio.ByteBuffer.wrap(hash).getInt());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void eventually(BooleanSupplier holds) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static List<Integer> allAtOnce(int count, Callable<Integer> call) throws Exception {
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(count)) {
            var running = IntStream.range(0, count).mapToObj(ignored -> threads.submit(() -> {
                gate.await();
                return call.call();
            })).toList();
            gate.countDown();
            var answers = new ArrayList<Integer>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
