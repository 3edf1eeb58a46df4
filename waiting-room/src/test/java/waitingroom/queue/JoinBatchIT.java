package waitingroom.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.vertx.redis.client.Command;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import waitingroom.queue.JoinWish.Kind;
import waitingroom.testing.Stores;
import waitingroom.testing.TestRedis;

/** Joins that arrive at about the same time travel together, and in order. */
class JoinBatchIT {

    private static TestRedis redis;
    private static Stores stores;

    @BeforeAll
    static void start() {
        redis = TestRedis.started();
        stores = new Stores(redis, null);
    }

    @AfterAll
    static void stop() {
        stores.close();
        redis.close();
    }

    @Test
    void theOrderOfArrivalIsKeptAndFewCallsCarryThemAll() {
        var release = stores.release(600, 100, 120, 600).id();
        var store = new QueueStore(stores.scripts());
        var before = calls();

        var joining = IntStream.range(0, 2_000).mapToObj(i -> join(store, release, "v" + i, Kind.FIRST)).toList();

        var places = joining.stream().map(outcome -> placeOf(outcome.join())).toList();
        assertThat(places).containsExactlyElementsOf(LongStream.rangeClosed(1, 2_000).boxed().toList());
        assertThat(calls() - before).isLessThan(200);
    }

    @Test
    void oneBatchTellsEverybodyWhatIsTheirs() {
        var release = stores.release(600, 100, 120, 600).id();
        var store = new QueueStore(stores.scripts());
        store.join(release, "left", "", "left");
        store.leave(release, "left", "");
        var first = join(store, release, "a", Kind.FIRST);

        var together = List.of(join(store, release, "a", Kind.FIRST), join(store, release, "b", Kind.ASK),
                join(store, release, "c", Kind.FIRST), join(store, release, "left", Kind.FIRST),
                join(store, release, "left", Kind.AGAIN), join(store, release, "c", Kind.FIRST));

        assertThat(placeOf(first.join())).isEqualTo(2);
        assertThat(together.stream().map(CompletableFuture::join).map(Object::getClass)).containsExactly(
                JoinOutcome.Kept.class, JoinOutcome.New.class, JoinOutcome.Placed.class, JoinOutcome.New.class,
                JoinOutcome.Placed.class, JoinOutcome.Kept.class);
        assertThat(placeOf(together.get(2).join())).isEqualTo(3);
        assertThat(placeOf(together.get(4).join())).isEqualTo(4);
        assertThat(placeOf(together.get(5).join())).isEqualTo(3);
    }

    @Test
    void whoeverJoinsNoReleaseIsToldSo() {
        var store = new QueueStore(stores.scripts());

        assertThat(join(store, "nowhere", "a", Kind.FIRST).join()).isInstanceOf(JoinOutcome.UnknownRelease.class);
    }

    private static CompletableFuture<JoinOutcome> join(QueueStore store, String release, String visitor, Kind kind) {
        return store.joinLater(release, new JoinWish(visitor, "", "name-" + visitor, kind)).toCompletableFuture();
    }

    private static long placeOf(JoinOutcome outcome) {
        return outcome instanceof JoinOutcome.Kept kept
                ? kept.place().place().getAsLong()
                : ((JoinOutcome.Placed) outcome).place().place().getAsLong();
    }

    private static long calls() {
        return stores.scripts().send(Command.INFO, "commandstats").toString().lines()
                .filter(line -> line.startsWith("cmdstat_evalsha:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*:calls=(\\d+),.*", "$1"))).sum();
    }
}
