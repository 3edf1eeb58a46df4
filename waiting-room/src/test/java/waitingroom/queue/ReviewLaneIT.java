package waitingroom.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.redis.client.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waitingroom.queue.QueueStore.ReviewStep;
import waitingroom.release.ReleaseKeys;
import waitingroom.testing.Stores;
import waitingroom.testing.TestRedis;

/** W1: a place under review is passed over, keeps its number, and gets its turn when it comes back. */
class ReviewLaneIT {

    private final AtomicLong clock = new AtomicLong(Stores.BEGIN.toEpochMilli());
    private TestRedis redis;
    private Stores stores;
    private QueueStore store;
    private QueueDriver queue;
    private String release;

    @BeforeEach
    void start() {
        redis = TestRedis.started();
        stores = new Stores(redis, clock);
        release = stores.release(6_000, 2, 60, 600).id();
        store = new QueueStore(stores.scripts());
        queue = new QueueDriver(stores.scripts(), release);
        List.of("a", "b", "c", "d").forEach(queue::join);
    }

    @AfterEach
    void stop() {
        stores.close();
        redis.close();
    }

    @Test
    void aPlaceUnderReviewIsPassedOverAndCalledWhenItComesBack() {
        assertThat(store.review(release, 1, ReviewStep.BEGIN)).isTrue();
        assertThat(store.review(release, 1, ReviewStep.BEGIN)).as("twice").isTrue();
        queue.promote();
        queue.pass(clock, Duration.ofSeconds(1));

        assertThat(queue.stateOf("a")).isEqualTo("REVIEW");
        assertThat(queue.stateOf("b")).isEqualTo("CALLED");
        assertThat(queue.stateOf("c")).isEqualTo("CALLED");
        assertThat(queue.aheadOf("d")).as("the called, and the one who may come back").isEqualTo(3);
        assertThat(queue.placeOf("a")).isEqualTo(1);

        assertThat(store.review(release, 1, ReviewStep.END)).isTrue();
        assertThat(store.review(release, 1, ReviewStep.END)).as("twice").isTrue();
        assertThat(queue.stateOf("a")).isEqualTo("CALLED");
        assertThat(stores.scripts().send(Command.LRANGE, new ReleaseKeys(release).log(), 0, -1).toString())
                .containsSubsequence(" 1 begin", "call ", " 1 end");
    }

    @Test
    void whoIsCalledMayBePutAsideAndWhoIsNotReachedYetWaitsOn() {
        queue.promote();
        store.review(release, 1, ReviewStep.BEGIN);
        clock.addAndGet(1);
        store.review(release, 4, ReviewStep.BEGIN);
        assertThat(store.reviewed(release)).extracting(Reviewed::place).as("who waits longest first")
                .containsExactly(1L, 4L);
        queue.pass(clock, Duration.ofSeconds(1));
        assertThat(queue.stateOf("c")).as("the slot is not kept").isEqualTo("CALLED");

        store.review(release, 4, ReviewStep.END);

        assertThat(queue.stateOf("d")).isEqualTo("WAITING");
        assertThat(store.review(release, 99, ReviewStep.BEGIN)).isFalse();
        assertThat(store.reviewed(release)).extracting(Reviewed::place).containsExactly(1L);
    }

    @Test
    void whoIsUnderReviewMayLeave() {
        store.review(release, 1, ReviewStep.BEGIN);

        queue.leave("a");

        assertThat(queue.stateOf("a")).isEqualTo("LEFT");
        assertThat(store.review(release, 1, ReviewStep.BEGIN)).isFalse();
        assertThat(queue.aheadOf("b")).isZero();
    }
}
