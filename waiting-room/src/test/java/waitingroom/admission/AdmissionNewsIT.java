package waitingroom.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;
import waitingroom.store.ScriptStore;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.TestFan;

/** What the ticketing core and the waiting room tell each other over the two streams. */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class AdmissionNewsIT {

    private static final String STREAM = "ticketing:admissions";

    @Inject
    ScriptStore scripts;

    @Test
    void anEndedSessionReturnsItsSlotOnceHoweverOftenItIsTold() {
        var release = Room.open(Map.of("maxActive", 1));
        var fans = List.of(new TestFan(), new TestFan(), new TestFan());
        fans.forEach(fan -> fan.join(release).then().statusCode(201));
        var jti = jtiOf(fans.get(0).claimPatiently(release));

        tell("type", "exchanged", "jti", jti, "release", release);
        tell("type", "something-new", "jti", jti, "release", release);
        tell("type", "ended", "jti", jti, "release", release, "reason", "done");
        tell("type", "ended", "jti", jti, "release", release, "reason", "done");
        Room.await("the slot is the next fan's", () -> fans.get(1).claim(release).statusCode() == 201);

        tell("type", "ended", "jti", jti, "release", release, "reason", "over");
        Room.await("all news is dealt with", () -> scripts.send(Command.XPENDING, STREAM, "waiting-room").get(0)
                .toInteger() == 0);
        assertThat(fans.get(0).me(release).<String>path("state")).isEqualTo("DONE");
        assertThat(fans.get(2).claim(release).statusCode()).isEqualTo(409);
    }

    @Test
    void newsThatADeadInstanceLeftIsTakenOver() {
        var release = Room.open(Map.of("maxActive", 1));
        var first = new TestFan();
        var second = new TestFan();
        first.join(release);
        second.join(release);
        var jti = jtiOf(first.claimPatiently(release));
        Room.await("the group is there", () -> scripts.send(Command.EXISTS, STREAM).toInteger() == 1);

        // Whoever reads first gets it; a reader that then dies leaves it pending. Until we are that reader, end it again.
        Room.await("the slot is the next fan's", () -> {
            tell("type", "ended", "jti", jti, "release", release, "reason", "left");
            scripts.send(Command.XREADGROUP, "GROUP", "waiting-room", "dead", "COUNT", 10, "STREAMS", STREAM, ">");
            return second.claim(release).statusCode() == 201;
        });

        Room.await("nothing stays pending", () -> scripts.send(Command.XPENDING, STREAM, "waiting-room").get(0)
                .toInteger() == 0);
        assertThat(first.me(release).<String>path("state")).isEqualTo("LEFT");
    }

    @Test
    void aWatermarkLeavesAdmissionsAloneThatMayStillBeExchanged() {
        var release = Room.open(Map.of("maxActive", 1));
        var first = new TestFan();
        var second = new TestFan();
        first.join(release);
        second.join(release);
        first.claimPatiently(release).then().statusCode(201);

        tell("type", "watermark", "at", Long.toString(Instant.now().toEpochMilli()));
        Room.pause(Duration.ofMillis(700));

        assertThat(second.claim(release).statusCode()).isEqualTo(409);
        tell("type", "watermark", "at", Long.toString(Instant.now().plusSeconds(301).toEpochMilli()));
        Room.await("the token can no longer be exchanged", () -> second.claim(release).statusCode() == 201);
    }

    @Test
    void whoLeavesWithATokenIsToldToTheCore() {
        var release = Room.open(Map.of("maxActive", 1));
        var fan = new TestFan();
        fan.join(release);
        var jti = jtiOf(fan.claimPatiently(release));

        fan.leave(release).then().statusCode(204);

        var last = scripts.send(Command.XREVRANGE, "waiting-room:revocations", "+", "-", "COUNT", 50).toString();
        assertThat(last).contains(jti).contains(release).contains("left");
    }

    private void tell(Object... fields) {
        var entry = new java.util.ArrayList<Object>(List.of(STREAM, "*"));
        entry.addAll(List.of(fields));
        scripts.send(Command.XADD, entry.toArray());
    }

    private static String jtiOf(Response claimed) {
        claimed.then().statusCode(201);
        try {
            return SignedJWT.parse(claimed.path("token")).getJWTClaimsSet().getJWTID();
        } catch (java.text.ParseException e) {
            throw new AssertionError(e);
        }
    }
}
