package waitingroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;
import waitingroom.queue.QueueDriver;
import waitingroom.release.ReleaseKeys;
import waitingroom.testing.Stores;
import waitingroom.testing.TestRedis;

/** W2, W8: a store that lost its last moments never gives somebody's place to somebody else. */
class RecoveryIT {

    private static final LuaScript RECOVER_RELEASE = LuaScript.named("recover_release");

    @Test
    void numberingGoesOnBeyondWhatMayBeLost() {
        var clock = new AtomicLong(Stores.BEGIN.toEpochMilli());
        try (var redis = TestRedis.started(); var stores = new Stores(redis, clock)) {
            var release = stores.release(6_000, 3, 120, 600).id();
            var keys = new ReleaseKeys(release);
            var queue = new QueueDriver(stores.scripts(), release);
            IntStream.rangeClosed(1, 10).forEach(i -> queue.join("v" + i));
            var life = stores.scripts().life();

            assertThat(recover(stores, keys, life, 12)).as("the same life").isZero();
            assertThat(recover(stores, keys, "another", 12)).as("ten joined just now").isEqualTo(10);
            assertThat(recover(stores, keys, "another", 12)).as("once per life").isZero();
            queue.join("late");
            clock.addAndGet(600_000);
            assertThat(recover(stores, keys, "third", 0)).as("nobody joined lately").isZero();
            assertThat(recover(stores, keys, "fourth", 30)).as("but somebody saw more").isEqualTo(9);

            assertThat(queue.placeOf("late")).isEqualTo(21);
            assertThat(queue.aheadOf("late")).as("the gap counts for nobody").isEqualTo(10);
        }
    }

    private static long recover(Stores stores, ReleaseKeys keys, String life, long highest) {
        return stores.scripts().evaluate(RECOVER_RELEASE, List.of(keys.state(), keys.history(), keys.gaps()), life,
                highest).toLong();
    }

    @Test
    void theWorkBeforeReloadingIsDoneOnceForEveryForgottenScript() {
        var done = new AtomicLong();
        try (var redis = TestRedis.started(); var stores = new Stores(redis, null)) {
            stores.release(60, 1, 120, 600);
            stores.scripts().beforeReload(done::incrementAndGet);
            stores.release(60, 1, 120, 600);
            assertThat(done).hasValue(0);

            stores.scripts().send(Command.SCRIPT, "FLUSH");
            stores.release(60, 1, 120, 600);

            assertThat(done).hasValue(1);
        }
    }
}
