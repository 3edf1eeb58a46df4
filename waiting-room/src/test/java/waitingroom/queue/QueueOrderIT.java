package waitingroom.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.vertx.redis.client.Command;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waitingroom.release.ReleaseKeys;
import waitingroom.testing.Races;
import waitingroom.testing.Stores;
import waitingroom.testing.TestRedis;
import waitingroom.visitor.Visitor.HeldPlace;

/** W1 and W2: one order, never changed, on two instances and a real Redis. */
class QueueOrderIT {

    private static final Duration SETTLE = Duration.ofSeconds(10);

    private static TestRedis redis;
    private static Stores one;
    private static Stores other;
    private static AtomicLong clock;
    private static Stores timed;

    @BeforeAll
    static void start() {
        redis = TestRedis.started();
        one = new Stores(redis, null);
        other = new Stores(redis, null);
        clock = new AtomicLong(Stores.BEGIN.toEpochMilli());
        timed = new Stores(redis, clock);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        timed.close();
        redis.close();
    }

    /** Rerun one seed with -Dseed=42. */
    static LongStream seeds() {
        var seed = Long.getLong("seed");
        return seed == null ? LongStream.range(0, 10) : LongStream.of(seed);
    }

    @Test
    void joinsAtOnceOnTwoInstancesGetTheirPlacesWithoutGapOrDouble() {
        var release = one.release(600, 100, 120, 600).id();
        var stores = List.of(new QueueStore(one.scripts()), new QueueStore(other.scripts()));

        var places = Races.allAtOnce(400,
                i -> placeOf(stores.get(i % 2).join(release, "visitor-" + i, "", "visitor-" + i)));

        assertThat(places).containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 400).boxed().toList());
        assertThat(one.scripts().send(Command.HLEN, new ReleaseKeys(release).places()).toInteger()).isEqualTo(400);
    }

    @Test
    void retriesAtOnceOnTwoInstancesGiveOnePlace() {
        var release = one.release(600, 100, 120, 600).id();
        var stores = List.of(new QueueStore(one.scripts()), new QueueStore(other.scripts()));

        var outcomes = Races.allAtOnce(100, i -> stores.get(i % 2).join(release, "the-same", "", "the-same"));

        assertThat(outcomes).filteredOn(JoinOutcome.Placed.class::isInstance).hasSize(1);
        assertThat(outcomes).extracting(QueueOrderIT::placeOf).containsOnly(1L);
    }

    /** W1, against a model: who is called stands in order; who left or expired is passed over, and blocks nobody (R2). */
    @ParameterizedTest
    @MethodSource("seeds")
    void nobodyBehindIsCalledBeforeSomebodyAhead(long seed) {
        var random = new Random(seed);
        var release = timed.release(1 + random.nextInt(3_000), 1 + random.nextInt(30), 5, 60).id();
        var store = new QueueStore(timed.scripts());
        var places = new HashMap<String, Long>();
        var gone = new HashSet<Long>();
        var serving = 0L;

        for (var step = 0; step < 150; step++) {
            clock.addAndGet(random.nextInt(500));
            var visitor = "visitor-" + random.nextInt(40);
            switch (random.nextInt(4)) {
                case 0, 1 -> places.put(visitor, placeOf(store.join(release, visitor, "", visitor)));
                case 2 -> {
                    if (places.containsKey(visitor) && store.leave(release, visitor, "") == QueueStore.Leaving.LEFT) {
                        gone.add(places.get(visitor));
                    }
                }
                default -> store.promote(release, SETTLE);
            }
            var known = serving;
            serving = servingOf(release);
            assertThat(serving).as("W4: the serving counter never goes back").isGreaterThanOrEqualTo(known);
            for (var held : places.entrySet()) {
                var read = store.read(release, held.getKey(), "").orElseThrow();
                assertThat(read.place().getAsLong()).as("W2: a place never changes").isEqualTo(held.getValue());
                if (read.state() == PlaceState.WAITING) {
                    assertThat(read.place().getAsLong()).isGreaterThan(serving);
                    assertThat(read.ahead()).as("never less than true").isGreaterThanOrEqualTo(
                            places.values().stream()
                                    .filter(place -> place < read.place().getAsLong() && place > servingOf(release)
                                            && !gone.contains(place))
                                    .count());
                } else if (!gone.contains(read.place().getAsLong())) {
                    assertThat(read.place().getAsLong()).as("W1: called, or expired after a call")
                            .isLessThanOrEqualTo(serving);
                }
            }
        }
    }

    @Test
    void whoLeavesIsPassedOverAndJoinsAgainAtTheEnd() {
        var release = timed.release(600, 1, 120, 600).id();
        var store = new QueueStore(timed.scripts());
        IntStream.rangeClosed(1, 4).forEach(i -> store.join(release, "v" + i, "", "v" + i));
        store.promote(release, SETTLE);
        store.leave(release, "v2", "");
        assertThat(store.read(release, "v3", "").orElseThrow().ahead()).isEqualTo(1);

        store.leave(release, "v1", "");
        clock.addAndGet(1_000);
        store.promote(release, SETTLE);

        assertThat(store.read(release, "v3", "").orElseThrow().state()).isEqualTo(PlaceState.CALLED);
        assertThat(store.read(release, "v2", "").orElseThrow().state()).isEqualTo(PlaceState.LEFT);
        assertThat(placeOf(store.join(release, "v2", "", "v2"))).isEqualTo(5);
    }

    /** W4, INV-Q-07: reading never changes state. */
    @Test
    void readingChangesNothing() {
        var release = timed.release(600, 5, 120, 600).id();
        var store = new QueueStore(timed.scripts());
        IntStream.range(0, 10).forEach(i -> store.join(release, "v" + i, "", "v" + i));
        store.promote(release, SETTLE);
        var before = dump(release);

        IntStream.range(0, 10).forEach(i -> store.read(release, "v" + i, ""));
        clock.addAndGet(500_000);
        IntStream.range(0, 10).forEach(i -> store.read(release, "v" + i, ""));

        assertThat(dump(release)).isEqualTo(before);
    }

    /** W8: what the store lost comes back from the visitors' cookies, at the same place, and nobody is numbered twice. */
    @Test
    void placesLostByTheStoreComeBack() {
        var release = timed.release(600, 1, 120, 600).id();
        var store = new QueueStore(timed.scripts());
        IntStream.rangeClosed(1, 5).forEach(i -> store.join(release, "v" + i, "", "v" + i));
        store.promote(release, SETTLE);
        var keys = new ReleaseKeys(release);
        var incarnation = timed.scripts().send(Command.HGET, keys.definition(), "incarnation").toString();
        timed.scripts().send(Command.HDEL, keys.places(), "v3", "v4", "v5");
        timed.scripts().send(Command.HSET, keys.state(), "issued", 2);

        assertThat(store.restore(new HeldPlace(release, incarnation, 5), "v5", SETTLE, "v5")).isTrue();
        assertThat(store.restore(new HeldPlace(release, incarnation, 5), "v5", SETTLE, "v5")).isFalse();
        assertThat(store.restore(new HeldPlace(release, "another", 4), "v4", SETTLE, "v4")).isFalse();
        assertThat(placeOf(store.join(release, "v6", "", "v6"))).isEqualTo(6);
        assertThat(store.restore(new HeldPlace(release, incarnation, 3), "v3", SETTLE, "v3")).isTrue();

        assertThat(store.read(release, "v5", "").orElseThrow().place().getAsLong()).isEqualTo(5);
        assertThat(store.read(release, "v5", "").orElseThrow().ahead()).as("1 called, 2, 3; nobody holds 4")
                .isEqualTo(3);
        store.leave(release, "v1", "");
        store.leave(release, "v2", "");
        store.leave(release, "v3", "");
        clock.addAndGet(1_000);
        store.promote(release, SETTLE);
        assertThat(store.read(release, "v5", "").orElseThrow().state()).as("the gap blocks nobody")
                .isEqualTo(PlaceState.CALLED);
    }

    @Test
    void aPlaceThatWouldHaveBeenCalledInTheMeantimeIsCalledWhenItComesBack() {
        var release = timed.release(6_000, 10, 120, 600).id();
        var store = new QueueStore(timed.scripts());
        IntStream.rangeClosed(1, 3).forEach(i -> store.join(release, "v" + i, "", "v" + i));
        var keys = new ReleaseKeys(release);
        var incarnation = timed.scripts().send(Command.HGET, keys.definition(), "incarnation").toString();
        timed.scripts().send(Command.HDEL, keys.places(), "v2");
        store.promote(release, SETTLE);
        timed.scripts().send(Command.ZREM, keys.called(), 2);

        store.restore(new HeldPlace(release, incarnation, 2), "v2", Duration.ofSeconds(120), "v2");

        assertThat(store.read(release, "v2", "").orElseThrow().state()).isEqualTo(PlaceState.CALLED);
    }

    private static long placeOf(JoinOutcome outcome) {
        return switch (outcome) {
            case JoinOutcome.Placed placed -> placed.place().place().getAsLong();
            case JoinOutcome.Kept kept -> kept.place().place().getAsLong();
            case JoinOutcome.New ignored -> throw new AssertionError("only asked");
            case JoinOutcome.Refused ignored -> throw new AssertionError("limited");
            case JoinOutcome.TooEarly ignored -> throw new AssertionError("too early");
            case JoinOutcome.Closed ignored -> throw new AssertionError("closed");
            case JoinOutcome.UnknownRelease ignored -> throw new AssertionError("unknown release");
        };
    }

    private static long servingOf(String release) {
        var serving = timed.scripts().send(Command.HGET, new ReleaseKeys(release).state(), "serving");
        return serving == null ? 0 : serving.toLong();
    }

    private static List<String> dump(String release) {
        return new ReleaseKeys(release).all().stream()
                .map(key -> String.valueOf(timed.scripts().send(Command.DUMP, key))).toList();
    }
}
