package waitingroom.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.ScriptStore;
import waitingroom.testing.Races;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;
import waitingroom.testing.Stores;
import waitingroom.testing.TestFan;

/** Access codes open a release to exactly as many as they say, and to nobody who guesses. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class AccessCodeIT {

    private static final int MOST_ROUNDS = 50;
    private static final String ORGANIZER = StaffTokens.organizerOf("acme");

    @Inject
    AccessConfig config;

    @Inject
    ScriptStore scripts;

    @Test
    void aNewPlaceTakesACodeAndARetryTakesNone() {
        var release = invited();
        var code = generate(release, 1, 1).getFirst();
        var fan = new TestFan();
        fan.joinOnce(release).then().statusCode(202);
        Room.await("the pause is over", () -> join(fan, release, null).statusCode() != 425);

        problem(join(fan, release, null), 403, "access-code-required");
        problem(join(fan, release, "WRONG-CODE"), 403, "access-code-unknown");
        problem(join(fan, release, "?"), 403, "access-code-unknown");
        join(fan, release, code.toLowerCase().replace("-", " ")).then().statusCode(201).body("place", equalTo(1));

        join(fan, release, null).then().statusCode(200).body("place", equalTo(1));
        counts(release).then().body("codes", equalTo(1)).body("usesLeft", equalTo(0)).body("used", equalTo(1));
        var other = new TestFan();
        other.join(release).then().statusCode(403);
        problem(join(other, release, code), 409, "access-code-used");
    }

    @Test
    void whoLeavesUnadmittedComesBackOnTheSameUseAndWhoWasAdmittedNeedsAnother() {
        var release = invited();
        var codes = generate(release, 2, 1);
        var fan = new TestFan();
        fan.join(release);
        join(fan, release, codes.get(0)).then().statusCode(201);
        fan.leave(release).then().statusCode(204);

        join(fan, release, null).then().statusCode(201).body("place", equalTo(2));
        fan.claimPatiently(release).then().statusCode(201);
        fan.leave(release).then().statusCode(204);

        problem(join(fan, release, null), 403, "access-code-required");
        problem(join(fan, release, codes.get(0)), 409, "access-code-used");
        join(fan, release, codes.get(1)).then().statusCode(201).body("place", equalTo(3));
    }

    /** Two instances, one code: however many come at once, it serves three. */
    @Test
    void aCodeNeverServesOneTooMany() {
        var release = invited();
        try (var one = new Stores(RoomTestResource.redis(), null);
                var other = new Stores(RoomTestResource.redis(), null)) {
            var instances = List.of(new AccessCodeStore(one.scripts(), config),
                    new AccessCodeStore(other.scripts(), config));
            assertThat(instances.get(0).add(release, List.of("digest"), 3)).isEqualTo(1);

            var outcomes = Races.allAtOnce(24, i -> instances.get(i % 2)
                    .use(release, "visitor-" + i % 12, "", "digest", "address"));

            var served = scripts.send(Command.HKEYS, new ReleaseKeys(release).codeUsers()).size();
            assertThat(served).isEqualTo(3);
            assertThat(scripts.send(Command.HGET, new ReleaseKeys(release).codes(), "digest").toInteger()).isZero();
            assertThat(Collections.frequency(outcomes, new AccessOutcome.Granted())).as("each asked twice")
                    .isEqualTo(6);
            assertThat(Collections.frequency(outcomes, new AccessOutcome.UsedUp())).isEqualTo(18);
        }
    }

    /** The negative control: the same race, with the script's look and its taking as two commands. */
    @Test
    void inTwoStepsACodeServesTooMany() {
        var tooMany = IntStream.range(0, MOST_ROUNDS).anyMatch(round -> {
            var codes = new ReleaseKeys(invited()).codes();
            scripts.send(Command.HSET, codes, "digest", "3");
            return Races.allAtOnce(24, i -> {
                var open = scripts.send(Command.HGET, codes, "digest").toInteger() > 0;
                return open && scripts.send(Command.HINCRBY, codes, "digest", "-1") != null;
            }).stream().filter(served -> served).count() > 3;
        });

        assertThat(tooMany).isTrue();
    }

    @Test
    void whoGuessesIsSlowedDownWhateverTheCodeAndFromWhereverTheyCome() {
        var release = invited();
        var good = generate(release, 1, 100).getFirst();
        var fan = new TestFan();
        var innocent = new TestFan();
        TestFan.arrive(release, fan, innocent);
        for (var i = 0; i < config.wrongCodesPerVisitor(); i++) {
            problem(join(fan, release, "GUESS-" + i), 403, "access-code-unknown");
        }

        join(fan, release, good).then().statusCode(429).body("code", equalTo("slow-down"))
                .header("Retry-After", notNullValue());
        join(innocent, release, good).then().statusCode(201);

        var store = new AccessCodeStore(scripts, config);
        var guesses = Races.allAtOnce(2 * config.wrongCodesPerAddress(),
                i -> store.use(release, "guesser-" + i, "", "guess-" + i, "one address"));
        assertThat(Collections.frequency(guesses, new AccessOutcome.Unknown()))
                .isEqualTo(config.wrongCodesPerAddress());
    }

    @Test
    void organizersBringTheirOwnCodesAndTheStoreKeepsHashesAlone() {
        var release = invited();

        post(release, Map.of("codes", List.of("Fan Club", "FAN-CLUB", "Press2030"), "uses", 2)).then()
                .statusCode(201).body("added", equalTo(2)).body("known", equalTo(1)).body("uses", equalTo(2));
        post(release, Map.of("codes", List.of("press 2030"))).then().statusCode(201).body("added", equalTo(0))
                .body("known", equalTo(1));
        counts(release).then().statusCode(200).body("codes", equalTo(2)).body("usesLeft", equalTo(4))
                .body("used", equalTo(0));

        var kept = scripts.send(Command.HGETALL, new ReleaseKeys(release).codes()).toString();
        assertThat(kept.toUpperCase()).doesNotContain("FAN").doesNotContain("PRESS");
        Room.staff(ORGANIZER).queryParam("release", release).get("/api/waiting-room/audit").then().statusCode(200)
                .body("items.action", equalTo(List.of("access-codes-added", "release-created")))
                .body("items[0].detail", equalTo("2 codes for 2 each")).body("items[0].staff", notNullValue());
    }

    @Test
    void onlyTheOwnersStaffHandleCodesAndOnlySensibleOnes() {
        var release = invited();

        for (var body : Stream.<Map<String, ?>>of(Map.of(), Map.of("count", 0), Map.of("count", 10_001),
                Map.of("count", 1, "uses", 0),
                Map.of("codes", List.of()), Map.of("codes", List.of("abc")), Map.of("codes", List.of("a|b|c|d|e")),
                Map.of("count", 1, "codes", List.of("abcde"))).toList()) {
            problem(post(release, body), 400, "invalid");
        }
        given().get(path(release)).then().statusCode(401);
        Room.staff(StaffTokens.organizerOf("other")).get(path(release)).then().statusCode(404);
        Room.staff(StaffTokens.stewardOf("acme")).get(path(release)).then().statusCode(403);
        Room.staff(StaffTokens.stewardOf("acme")).get("/api/waiting-room/audit").then().statusCode(403);
        Room.staff(StaffTokens.organizerOf("other")).queryParam("release", release).get("/api/waiting-room/audit")
                .then().statusCode(200).body("items.size()", equalTo(0));
        Room.staff(StaffTokens.admin()).queryParam("release", release).queryParam("limit", 1)
                .get("/api/waiting-room/audit").then().body("items.organizationId", hasItem("acme"));
    }

    private static String invited() {
        return Room.open(Map.of("accessCodes", "REQUIRED"));
    }

    private static List<String> generate(String release, int count, int uses) {
        var made = post(release, Map.of("count", count, "uses", uses));
        made.then().statusCode(201).header("Cache-Control", startsWith("no-store")).body("uses", equalTo(uses));
        return made.jsonPath().getList("codes", String.class);
    }

    private static Response post(String release, Map<String, ?> body) {
        return Room.staff(ORGANIZER).body(body).post(path(release));
    }

    private static Response counts(String release) {
        return Room.staff(ORGANIZER).get(path(release));
    }

    private static Response join(TestFan fan, String release, String code) {
        return code == null ? fan.joinOnce(release) : fan.joinOnce(release, Map.of("accessCode", code));
    }

    private static String path(String release) {
        return "/api/waiting-room/releases/" + release + "/access-codes";
    }

    private static void problem(Response response, int status, String code) {
        response.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
