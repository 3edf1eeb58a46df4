package waitingroom.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.vertx.redis.client.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waitingroom.admission.AdmissionStore.Gate;
import waitingroom.queue.QueueDriver;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.StoreUnavailableException;
import waitingroom.testing.Room;
import waitingroom.testing.Stores;
import waitingroom.testing.TestRedis;

/** W2, W3, W8: what a store with a new life has forgotten is made good before it gives anything to anybody. */
class RecoveryIT {

    private static final Duration HOLD = Duration.ofSeconds(3);
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(120);

    private final AtomicLong clock = new AtomicLong(Stores.BEGIN.toEpochMilli());
    private TestRedis redis;
    private Stores one;
    private Stores other;

    @BeforeEach
    void start() {
        redis = TestRedis.started();
        one = new Stores(redis, clock);
        other = new Stores(redis, clock);
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        redis.close();
    }

    /**
     * Redis 6 writes the scripts it was given to its log: they were known after a restart, so that their being unknown,
     * by which a restart was recognized, did not happen, and the places of the lost second were given twice.
     */
    @Test
    void noScriptGivesAnythingInANewLifeBeforeTheQueueIsSafe() {
        var release = one.release(6_000, 3, 120, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        var store = new AdmissionStore(one.scripts());
        queue.join("a");
        queue.promote();
        store.claim(release, "a", "", "1", TOKEN_LIFE);

        restart();

        assertThatThrownBy(() -> queue.join("b")).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(queue::promote).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store.claim(release, "a", "", "1", TOKEN_LIFE))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(queue.stateOf("a")).as("reading goes on").isEqualTo("ADMITTED");
        queue.recover(HOLD);
        queue.join("b");
    }

    @Test
    void numberingGoesOnBeyondWhatMayBeLost() {
        var release = one.release(6_000, 3, 120, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        IntStream.rangeClosed(1, 10).forEach(i -> queue.join("v" + i));

        assertThat(queue.recover(HOLD)).as("the same life").isEmpty();
        restart();
        assertThat(queue.recover(HOLD)).as("ten joined just now").hasValue(10);
        assertThat(queue.recover(HOLD)).as("once per life").isEmpty();
        queue.join("late");
        clock.addAndGet(600_000);
        restart();
        assertThat(queue.recover(HOLD)).as("nobody joined lately, nobody saw more").hasValue(0);

        assertThat(queue.placeOf("late")).isEqualTo(21);
        assertThat(queue.aheadOf("late")).as("the gap counts for nobody").isEqualTo(10);
    }

    /** W3, W4: two instances, the store loses its last moments; nobody is un-called, and nobody is let in twice. */
    @Test
    void whatWasForgottenIsToldAgainWhileNobodyNewIsAdmitted() {
        var release = one.release(6_000, 2, 120, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        var elsewhere = new QueueDriver(other.scripts(), release);
        var first = new AdmissionStore(one.scripts());
        var second = new AdmissionStore(other.scripts());
        other.scripts().onNewLife(() -> elsewhere.recover(HOLD));
        List.of("a", "b", "c").forEach(queue::join);
        var written = redis.written();
        queue.promote();
        var lost = (Gate.Open) first.claim(release, "a", "", "same", TOKEN_LIFE);
        assertThat(queue.called()).isEqualTo(2);

        redis.kill();
        redis.forgetBeyond(written);
        redis.start();

        queue.recover(HOLD);
        elsewhere.promote();
        assertThat(queue.called()).as("W4").isEqualTo(2);
        assertThat(queue.stateOf("a")).isEqualTo("CALLED");
        assertThat(second.claim(release, "b", "", "1", TOKEN_LIFE)).as("nobody new yet").isInstanceOf(Gate.Full.class);
        assertThat(first.retell(release)).isEqualTo(1);
        assertThat(first.retell(release)).isZero();
        assertThat(second.retell(release)).isZero();
        var again = (Gate.Open) second.claim(release, "a", "", "another", TOKEN_LIFE);
        assertThat(again.admission()).as("the very same admission").isEqualTo(lost.admission());

        queue.pass(clock, HOLD.plusSeconds(1));
        assertThat(second.claim(release, "b", "", "1", TOKEN_LIFE)).isInstanceOf(Gate.Open.class);
        assertThat(queue.stateOf("c")).as("two are in").isEqualTo("WAITING");
        assertThat(one.scripts().send(Command.ZCARD, new ReleaseKeys(release).alive()).toInteger()).isEqualTo(2);
    }

    /** W4: the instance that makes the queue safe is not the one that saw the most. */
    @Test
    void everyInstanceTellsWhatItHasSeen() {
        var release = one.release(6_000, 10, 120, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        var elsewhere = new QueueDriver(other.scripts(), release);
        queue.join("a");
        var written = redis.written();
        List.of("b", "c").forEach(queue::join);
        queue.promote();

        redis.kill();
        redis.forgetBeyond(written);
        redis.start();

        assertThat(elsewhere.recover(HOLD)).as("one joined lately").hasValue(1);
        assertThat(queue.recover(HOLD)).as("it is safe already").isEmpty();
        assertThat(queue.called()).isEqualTo(3);
        queue.join("d");
        assertThat(queue.placeOf("d")).isEqualTo(4);
    }

    /** An exchange may have been told and forgotten: its slot must not come back while the session may live. */
    @Test
    void afterALossNoTokenIsTakenForUnused() {
        var release = one.release(6_000, 1, 120, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        var store = new AdmissionStore(one.scripts());
        var news = new AdmissionNewsStore(one.scripts());
        List.of("a", "b").forEach(queue::join);
        queue.promote();
        var open = (Gate.Open) store.claim(release, "a", "", "1", TOKEN_LIFE);

        restart();
        queue.recover(HOLD);
        clock.addAndGet(200_000);
        news.applyWatermark(release, open.admission().expiresAt().plusSeconds(30));
        queue.promote();
        assertThat(queue.stateOf("b")).isEqualTo("WAITING");

        clock.set(open.admission().endsAt().toEpochMilli());
        queue.promote();
        assertThat(queue.stateOf("b")).isEqualTo("CALLED");
    }

    /** While the store, or everybody who asks it, was away, nobody could claim: no turn is lost by that. */
    @Test
    void windowsToClaimStandStillWhileNobodyRunsRounds() {
        var release = one.release(6_000, 2, 20, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        var store = new AdmissionStore(one.scripts());
        List.of("a", "b", "c").forEach(queue::join);
        queue.promote();
        queue.pass(clock, Duration.ofSeconds(10));

        clock.addAndGet(300_000);
        assertThat(queue.stateOf("a")).as("before anybody notices").isEqualTo("CALLED");
        queue.promote();
        queue.pass(clock, Duration.ofSeconds(9));
        assertThat(queue.stateOf("a")).isEqualTo("CALLED");
        assertThat(store.claim(release, "b", "", "1", TOKEN_LIFE)).isInstanceOf(Gate.Open.class);
        queue.pass(clock, Duration.ofSeconds(2));

        assertThat(queue.stateOf("a")).as("twenty seconds it had, in all").isEqualTo("EXPIRED");
        assertThat(queue.stateOf("c")).isEqualTo("CALLED");
    }

    @Test
    void aScriptThatWasForgottenIsToldInFull() {
        var release = one.release(60, 1, 120, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        queue.join("a");

        one.scripts().send(Command.SCRIPT, "FLUSH");
        queue.join("b");

        assertThat(queue.placeOf("b")).isEqualTo(2);
    }

    private void restart() {
        redis.stop();
        redis.start();
        Room.await("the connection is made anew", () -> {
            try {
                one.scripts().send(Command.PING);
                other.scripts().send(Command.PING);
                return true;
            } catch (StoreUnavailableException e) {
                return false;
            }
        });
    }
}
