package waitingroom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import waitingroom.testing.Forwarder;
import waitingroom.testing.Room;
import waitingroom.testing.RoomTestResource;
import waitingroom.testing.StaffTokens;
import waitingroom.testing.TestFan;
import waitingroom.testing.TestRedis;

/**
 * W2, W3, W8 when Redis fails in every way it can: nobody new is admitted while that is unsafe, no place is lost or
 * moved, nobody is admitted twice, and the room goes on by itself once the store is back.
 */
@QuarkusTest
@QuarkusTestResource(RoomTestResource.class)
class StoreFailureIT {

    @Test
    void aKilledStoreComesBackWithEverybodyInPlace() {
        var crowd = new Crowd();
        crowd.standAsUsual();

        RoomTestResource.redis().kill();
        Room.await("the store is missed", () -> crowd.waiting.joinOnce(crowd.release).statusCode() == 503);
        crowd.waiting.claim(crowd.release).then().statusCode(503);
        Room.await("newcomers are told", () -> crowd.newcomer.joinOnce(crowd.release).statusCode() == 503);
        RoomTestResource.redis().start();

        crowd.goOnAsBefore();
    }

    @Test
    void whileTheStoreIsPausedNobodyIsAdmittedAndAfterwardsEverybodyGoesOn() {
        var crowd = new Crowd();
        crowd.standAsUsual();

        RoomTestResource.redis().pause();
        crowd.waiting.claim(crowd.release).then().statusCode(503);
        Room.await("newcomers are told", () -> crowd.newcomer.joinOnce(crowd.release).statusCode() == 503);
        RoomTestResource.redis().resume();

        crowd.goOnAsBefore();
    }

    /** The log ends in the middle of an entry, as after a power cut: the last second of joins, calls and admissions. */
    @Test
    void aLostLastSecondLosesNoPlaceAndAdmitsNobodyTwice() {
        var crowd = new Crowd();
        crowd.firstIsInside();
        var redis = RoomTestResource.redis();
        var written = redis.written();
        crowd.restComes();

        redis.kill();
        redis.forgetBeyond(written);
        redis.start();

        crowd.goOnAsBefore();
    }

    @Test
    void aReplicaThatLaggedTakesOverWithoutLosingAPlaceOrAdmittingTwice() {
        var crowd = new Crowd();
        crowd.firstIsInside();
        var master = RoomTestResource.redis();
        var replica = TestRedis.started();
        try (var link = new Forwarder(master.port())) {
            replica.ask("REPLICAOF", "127.0.0.1", Integer.toString(link.port()));
            master.ask("SET", "before", "1");
            Room.await("the replica keeps up", () -> replica.ask("GET", "before").equals("1"));
        }
        crowd.restComes();

        master.kill();
        replica.ask("REPLICAOF", "NO", "ONE");
        RoomTestResource.failOverTo(replica);

        crowd.goOnAsBefore();
    }

    /** One inside, one called and inside too, one waiting for them, and one who comes when the store is back. */
    private static final class Crowd {

        private final String release = Room.open(Map.of("maxActive", 2));
        private final TestFan inside = new TestFan();
        private final TestFan called = new TestFan();
        private final TestFan waiting = new TestFan();
        private final TestFan newcomer = new TestFan();
        private String insideId;
        private String calledId;

        Crowd() {
            // The first step of joining costs a pause: all take it together.
            List.of(inside, called, waiting, newcomer).forEach(fan -> fan.joinOnce(release).then().statusCode(202));
        }

        void standAsUsual() {
            firstIsInside();
            restComes();
        }

        void firstIsInside() {
            Room.await("the first has come", () -> inside.joinOnce(release).statusCode() == 201);
            insideId = admissionOf(inside);
        }

        void restComes() {
            Room.await("the second has come", () -> called.joinOnce(release).statusCode() == 201);
            calledId = admissionOf(called);
            Room.await("the third has come", () -> waiting.joinOnce(release).statusCode() == 201);
        }

        /** W2, W3, W8, beginning with the moment the store is there again. */
        void goOnAsBefore() {
            // A paused store may have carried out the join whose answer nobody waited for any more.
            Room.await("newcomers join", () -> List.of(200, 201).contains(newcomer.joinOnce(release).statusCode()));
            newcomer.joinOnce(release).then().statusCode(200).body("place", greaterThan(3));

            Room.await("reading goes on", () -> waiting.me(release).statusCode() == 200);
            waiting.joinOnce(release).then().statusCode(200).body("place", equalTo(3)).body("state",
                    equalTo("WAITING"));
            waiting.claim(release).then().statusCode(409);
            assertThat(admissionOf(called)).as("one admission, told again").isEqualTo(calledId);
            assertThat(admissionOf(inside)).isEqualTo(insideId);
            Room.staff(StaffTokens.admin()).get("/api/waiting-room/releases/" + release + "/figures").then()
                    .body("alive", equalTo(2));

            inside.leave(release).then().statusCode(204);
            Room.await("the next in line is let in", () -> waiting.claim(release).statusCode() == 201);
            newcomer.claim(release).then().statusCode(409);
        }

        private String admissionOf(TestFan fan) {
            try {
                return SignedJWT.parse(fan.claimPatiently(release).path("token")).getJWTClaimsSet().getJWTID();
            } catch (ParseException e) {
                throw new AssertionError(e);
            }
        }
    }
}
