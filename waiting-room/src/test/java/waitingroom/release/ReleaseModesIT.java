package waitingroom.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import waitingroom.draw.Seeds;
import waitingroom.queue.QueueDriver;
import waitingroom.release.Release.Mode;
import waitingroom.secret.MasterSecret;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;
import waitingroom.testing.Stores;
import waitingroom.testing.TestFan;

/** What the modes of a release mean to fans, and how soon a change of staff holds. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class ReleaseModesIT {

    private static final String BRAKE = "/api/waiting-room/brake";
    private static final String ORGANIZER = StaffTokens.organizerOf("acme");

    /** Dormant: whoever finds no queue is called by the join itself, though others are on their way in. */
    @Test
    void whoFindsNoQueuePassesInOneStepUntilTheCapsAreReached() {
        var release = Room.open(Map.of("maxActive", 4));
        var fans = Stream.generate(TestFan::new).limit(5).toList();
        TestFan.arrive(release, fans.toArray(TestFan[]::new));

        for (var fan : fans.subList(0, 4)) {
            fan.joinOnce(release).then().statusCode(201).body("state", equalTo("CALLED")).body("ahead", equalTo(0));
        }
        fans.get(4).joinOnce(release).then().statusCode(201).body("state", equalTo("WAITING"));

        fans.get(0).claim(release).then().statusCode(201);
    }

    @Test
    void heldEverybodyKeepsPlaceAndTurnAndIsToldWhy() {
        var release = Room.open(Map.of("claimSeconds", 2));
        var fan = new TestFan();
        var next = new TestFan();
        TestFan.arrive(release, fan, next);
        fan.joinOnce(release).then().statusCode(201).body("state", equalTo("CALLED"));

        mode(release, Map.of("mode", "HOLD", "reason", "Stage repairs", "message", "Back at nine"));
        fan.claim(release).then().statusCode(202).body("state", equalTo("CALLED"));
        next.joinOnce(release).then().statusCode(201).body("state", equalTo("WAITING"));
        Room.await("everybody is told", () -> status(release).path("paused").equals(true));
        status(release).then().body("message", equalTo("Back at nine")).body("reason", equalTo("Stage repairs"));
        Room.pause(Duration.ofMillis(1_200)); // longer than the window has left

        mode(release, Map.of("mode", "AUTO"));
        fan.claimPatiently(release).then().statusCode(201);
        Room.await("it goes on", () -> status(release).path("paused").equals(false));
        status(release).then().body("message", equalTo("Back at nine")).body("reason", nullValue());
        assertThat(given().get(address(release) + "/fairness/log.txt").asString())
                .containsPattern("mode \\d+ HOLD\nreason \\d+ U3RhZ2UgcmVwYWlycw\n");
    }

    /** Other tests' releases are held for a moment as well: the brake is for all, and lets all go again. */
    @Test
    void theBrakeHoldsEverythingAndLetsGoExactlyWhatItHeld() {
        var open = Room.open(Map.of());
        var drained = Room.open(Map.of("mode", "DRAIN"));
        var heldBefore = Room.open(Map.of("mode", "HOLD"));
        var heldSince = Room.open(Map.of());
        var admin = Room.staff(StaffTokens.admin());
        Room.staff(ORGANIZER).body(Map.of("reason", "no")).post(BRAKE).then().statusCode(403);
        admin.body(Map.of()).post(BRAKE).then().statusCode(400);

        admin.body(Map.of("reason", "Fire drill")).post(BRAKE).then().statusCode(200).body("on", equalTo(true))
                .body("held", hasItems(open, drained, heldSince)).body("held", not(hasItem(heldBefore)));
        assertThat(modes(open, drained, heldBefore, heldSince)).containsOnly("HOLD");
        admin.body(Map.of("reason", "Once more")).post(BRAKE).then().statusCode(200)
                .body("reason", equalTo("Fire drill"));
        mode(heldSince, Map.of("mode", "HOLD", "reason", "Our own reason"));
        admin.get("/api/waiting-room/board").then().statusCode(200).body("brake.on", equalTo(true))
                .body("items.find{it.id=='%s'}.figures.why".formatted(open), equalTo("held by staff: Fire drill"));

        admin.delete(BRAKE).then().statusCode(200).body("on", equalTo(false));
        assertThat(modes(open, drained, heldBefore, heldSince)).containsExactly("AUTO", "DRAIN", "HOLD", "HOLD");
        admin.queryParam("action", "brake").get("/api/waiting-room/audit").then().statusCode(200)
                .body("items.action", hasItems("brake-on", "brake-off"));
    }

    private static List<String> modes(String... releases) {
        return Stream.of(releases).map(release -> given().get(address(release)).<String>path("mode")).toList();
    }

    @Test
    void drainedWhoHasAPlaceIsServedAndNobodyNewJoins() {
        var release = Room.open(Map.of("maxActive", 1));
        var inside = new TestFan();
        var waiting = new TestFan();
        var late = new TestFan();
        TestFan.arrive(release, inside, waiting, late);
        inside.joinOnce(release).then().statusCode(201);
        waiting.joinOnce(release).then().statusCode(201).body("state", equalTo("WAITING"));

        mode(release, Map.of("mode", "DRAIN"));

        closed(late.joinOnce(release));
        closed(new TestFan().joinOnce(release));
        waiting.joinOnce(release).then().statusCode(200).body("place", equalTo(2));
        inside.claimPatiently(release).then().statusCode(201);
        inside.leave(release).then().statusCode(204);
        closed(inside.joinOnce(release));
        Room.await("who waits is served", () -> waiting.claim(release).statusCode() == 201);
    }

    @Test
    void aDrainedLobbyTakesNobodyEither() {
        var release = Room.open(Map.of("lobbyOpensAt", Instant.now().minusSeconds(60).toString(), "opensAt",
                Instant.now().plusSeconds(3600).toString()));
        var early = new TestFan();
        var late = new TestFan();
        TestFan.arrive(release, early, late);
        early.joinOnce(release).then().statusCode(201);

        mode(release, Map.of("mode", "DRAIN"));

        closed(late.joinOnce(release));
        early.joinOnce(release).then().statusCode(200).body("state", equalTo("LOBBY"));
    }

    @Test
    void closedNobodyEntersAndIssuedTokensStayGood() {
        var release = Room.open(Map.of("maxActive", 2));
        var inside = new TestFan();
        var called = new TestFan();
        TestFan.arrive(release, inside, called);
        inside.joinOnce(release).then().statusCode(201);
        called.joinOnce(release).then().statusCode(201);
        var token = inside.claimPatiently(release).<String>path("token");

        mode(release, Map.of("mode", "CLOSED", "message", "Thank you all"));

        closed(called.claim(release));
        closed(new TestFan().joinOnce(release));
        inside.claim(release).then().statusCode(201).body("token", equalTo(token));
        Room.await("everybody is told", () -> status(release).path("phase").equals("CLOSED"));
        status(release).then().body("message", equalTo("Thank you all"));
    }

    /** On another instance: its catalog, its status and its scripts follow. */
    @Test
    void aChangeHoldsOnEveryInstance() {
        var release = Room.open(Map.of("ratePerMinute", 1));
        var fan = new TestFan();
        var next = new TestFan();
        TestFan.arrive(release, fan, next);
        fan.joinOnce(release).then().statusCode(201).body("state", equalTo("CALLED"));
        fan.claim(release).then().statusCode(201);
        try (var stores = new Stores(RoomTestResource.redis(), null)) {
            var other = new ReleaseCatalog(new ReleaseStore(stores.scripts(), seeds()));
            other.start(null);
            Room.await("it knows the release", () -> other.all().stream().anyMatch(it -> it.id().equals(release)));

            Room.staff(ORGANIZER).header("If-Match", "*").body(Map.of("ratePerMinute", 6_000, "maxActive", 7))
                    .patch(address(release)).then().statusCode(200);

            Room.await("it knows the caps", () -> other.find(release).orElseThrow().release().maxActive() == 7);
            Room.await("so does the status", () -> status(release).path("ratePerMinute").equals(6_000));
            next.joinOnce(release).then().statusCode(201).body("state", equalTo("CALLED"));
            mode(release, Map.of("mode", "HOLD"));
            Room.await("and the mode", () -> other.find(release).orElseThrow().release().mode() == Mode.HOLD);
            other.stop(null);
        }
    }

    /** A pace of one a minute leaves a minute's pause behind it; a faster pace does not wait for its end. */
    @Test
    void aHigherRateDoesNotWaitForThePauseOfTheLowerOne() {
        var clock = new AtomicLong(Stores.BEGIN.toEpochMilli());
        try (var stores = new Stores(RoomTestResource.redis(), clock)) {
            var release = stores.release(1, 100, 120, 600);
            var queue = new QueueDriver(stores.scripts(), release.id());
            IntStream.range(0, 50).forEach(i -> queue.join("v" + i));
            queue.promote();
            clock.addAndGet(2_000);
            queue.promote();
            assertThat(queue.called()).isEqualTo(1);

            var faster = new Release(release.id(), release.eventId(), release.organizationId(), release.title(),
                    release.policy(), release.lobbyOpensAt(), release.opensAt(), release.closesAt(), 600, 100, 120,
                    600, 1, 6, release.binding(), release.accessCodes(), release.mode(), "", Brand.NONE);
            new ReleaseStore(stores.scripts(), seeds()).replace(faster, "", 1);
            clock.addAndGet(1_000);
            queue.promote();

            assertThat(queue.called()).isBetween(9L, 12L);
            var log = stores.scripts().send(io.vertx.redis.client.Command.LRANGE,
                    new ReleaseKeys(release.id()).log(), 0, -1).toString();
            assertThat(log).contains(" 1 100").contains(" 600 100");
            stores.scripts().send(io.vertx.redis.client.Command.SREM, "waiting-room:releases", release.id());
        }
    }

    @Test
    void manyEventsAndSeveralReleasesOfOneRunSideBySide() {
        var event = "of-acme-" + UUID.randomUUID();
        var presale = Room.open(Map.of("eventId", event, "title", "Presale"));
        var general = Room.open(Map.of("eventId", event, "opensAt", Instant.now().plusSeconds(3600).toString()));
        var others = IntStream.range(0, 12).mapToObj(i -> Room.open(Map.of("eventId", event + "-" + i))).toList();
        var fan = new TestFan();

        fan.join(presale).then().statusCode(201).body("place", equalTo(1));
        fan.joinOnce(others.getLast()).then().statusCode(201).body("place", equalTo(1)).body("state",
                equalTo("CALLED"));
        fan.joinOnce(general).then().statusCode(425);
        fan.claim(presale).then().statusCode(201);

        given().queryParam("event", event).get("/api/waiting-room/releases").then()
                .body("items.id", equalTo(List.of(presale, general)));
        for (var release : others) {
            status(release).then().statusCode(200).body("phase", equalTo("OPEN"));
        }
    }

    @Test
    void everyChangeIsAuditedFromWhatToWhat() {
        var release = Room.open(Map.of("ratePerMinute", 60));
        Room.staff(ORGANIZER).header("If-Match", "*").body(Map.of("ratePerMinute", 90, "title", "Another"))
                .patch(address(release)).then().statusCode(200);
        mode(release, Map.of("mode", "HOLD", "reason", "Rain"));

        Room.staff(ORGANIZER).queryParam("release", release).get("/api/waiting-room/audit").then().statusCode(200)
                .body("items.action", hasItems("release-created", "release-changed"))
                .body("items.detail", hasItems("mode AUTO -> HOLD: Rain", "title, ratePerMinute 60 -> 90"));
        var first = Room.staff(ORGANIZER).queryParam("release", release).queryParam("limit", 2)
                .get("/api/waiting-room/audit");
        Room.staff(ORGANIZER).queryParam("release", release).queryParam("after", first.<String>path("next"))
                .get("/api/waiting-room/audit").then().body("items.action", equalTo(List.of("release-created")))
                .body("next", nullValue());
        Room.staff(ORGANIZER).queryParam("after", "x").get("/api/waiting-room/audit").then().statusCode(400);
    }

    private static Seeds seeds() {
        return new Seeds(new MasterSecret(new byte[32]));
    }

    private static void mode(String release, Map<String, String> wish) {
        Room.staff(ORGANIZER).body(wish).post(address(release) + "/mode").then().statusCode(200);
    }

    private static void closed(Response response) {
        response.then().statusCode(410).body("code", equalTo("release-closed"));
    }

    private static Response status(String release) {
        return given().get(address(release) + "/status");
    }

    private static String address(String release) {
        return "/api/waiting-room/releases/" + release;
    }
}
