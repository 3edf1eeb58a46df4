package waitingroom.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.vertx.redis.client.Command;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import waitingroom.admission.AdmissionStore.Gate;
import waitingroom.admission.RandomSale.Admitted;
import waitingroom.queue.QueueDriver;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.StoreUnavailableException;
import waitingroom.testing.Races;
import waitingroom.testing.TwoInstances;

/**
 * The nine invariants that NudgeOn/Waiting-Room states for a waiting room (INV-Q-01 to INV-Q-09), held against ours:
 * over random sales on two instances where chance finds what we did not think of. Rerun one with -Dseed=42.
 */
class QueueInvariantsIT extends TwoInstances {

    private static final Duration TOKEN_LIFE = Duration.ofSeconds(120);

    private static List<RandomSale> sales;

    @BeforeAll
    static void runSales() {
        var seed = Long.getLong("seed");
        sales = (seed == null ? LongStream.range(0, 4) : LongStream.of(seed))
                .mapToObj(number -> new RandomSale(one, other, clock, number).run(500)).toList();
        assertThat(sales).allSatisfy(sale -> assertThat(sale.admitted).hasSizeGreaterThan(1));
    }

    /** INV-Q-01: nobody is called before somebody ahead, those aside who left or let their turn pass. */
    @Test
    void nobodyIsOvertaken() {
        assertThat(sales).allSatisfy(sale -> assertThat(sale.wrongs).isEmpty());
    }

    /** INV-Q-02: no place, no call and no admission's id is given twice. */
    @Test
    void nothingIsGivenTwice() {
        assertThat(sales).allSatisfy(sale -> {
            assertThat(sale.placesOf.values().stream().flatMap(Collection::stream)).doesNotHaveDuplicates();
            assertThat(sale.jtisOf.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
            assertThat(sale.admitted).extracting(Admitted::jti).doesNotHaveDuplicates();
        });
    }

    /** INV-Q-03: at no moment are more admissions alive than the cap. */
    @Test
    void neverAreMoreAliveThanTheCap() {
        assertThat(sales).allSatisfy(sale -> assertThat(sale.mostAlive).isPositive().isLessThanOrEqualTo(sale.most));
    }

    /** INV-Q-04: in no sliding 60 s are more admitted than the rate. */
    @Test
    void noSixtySecondsHoldMoreAdmissionsThanTheRate() {
        assertThat(sales).allSatisfy(sale -> assertThat(sale.admitted).allSatisfy(first -> assertThat(sale.admitted
                .stream().filter(next -> next.at() >= first.at() && next.at() < first.at() + 60_000).count())
                .isLessThanOrEqualTo(sale.rate)));
    }

    /** INV-Q-05: whoever was not called gets no token, in whatever state; the core's side of it is T5. */
    @Test
    void whoIsNotCalledGetsNoToken() {
        var release = one.release(6_000, 1, 5, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        var gate = new AdmissionStore(other.scripts());
        List.of("passed", "left", "first", "waiting").forEach(queue::join);
        queue.promote();
        queue.leave("left");
        queue.pass(clock, Duration.ofSeconds(7));

        assertThat(queue.stateOf("passed")).isEqualTo("EXPIRED");
        assertThat(queue.stateOf("waiting")).isEqualTo("WAITING");
        assertThat(List.of("passed", "left", "waiting", "stranger"))
                .noneMatch(visitor -> gate.claim(release, visitor, "", "1", TOKEN_LIFE) instanceof Gate.Open);
        assertThat(sales).allSatisfy(sale -> assertThat(sale.wrongs).isEmpty());
    }

    /** INV-Q-06: while nobody can tell what the store has lost, nobody new is called or admitted. */
    @Test
    void whileItIsUncertainNobodyNewIsAdmitted() {
        var release = one.release(6_000, 50, 120, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        var gate = new AdmissionStore(other.scripts());
        IntStream.range(0, 20).forEach(i -> queue.join("v" + i));
        queue.promote();
        var called = queue.called();
        one.scripts().send(Command.HSET, new ReleaseKeys(release).state(), "storeLife", "0123456789abcdef");

        assertThatThrownBy(() -> gate.claim(release, "v0", "", "1", TOKEN_LIFE))
                .isInstanceOf(StoreUnavailableException.class);
        queue.recover(Duration.ofSeconds(3));
        for (var millis = 0; millis < 3_000; millis += 250) {
            queue.promote();
            assertThat(gate.claim(release, "v0", "", "1", TOKEN_LIFE)).isInstanceOf(Gate.Full.class);
            assertThat(queue.called()).isEqualTo(called);
            clock.addAndGet(250);
        }

        assertThat(gate.claim(release, "v0", "", "1", TOKEN_LIFE)).isInstanceOf(Gate.Open.class);
    }

    /** INV-Q-07: reading a place changes nothing, at any moment. */
    @Test
    void readingChangesNothing() {
        var release = one.release(600, 3, 5, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        IntStream.range(0, 10).forEach(i -> queue.join("v" + i));
        queue.promote();
        var before = contentOf(release);

        for (var round = 0; round < 5; round++) {
            IntStream.range(0, 10).forEach(i -> queue.stateOf("v" + i));
            clock.addAndGet(100_000);
        }

        assertThat(contentOf(release)).isEqualTo(before);
    }

    /** INV-Q-08: retries at once on two instances make neither a second place nor a second admission. */
    @Test
    void noRetryMakesAnythingNew() {
        var release = one.release(6_000, 10, 120, 600).id();
        var queues = List.of(new QueueDriver(one.scripts(), release), new QueueDriver(other.scripts(), release));
        var gates = List.of(new AdmissionStore(one.scripts()), new AdmissionStore(other.scripts()));

        Races.allAtOnce(60, i -> {
            queues.get(i % 2).join("the-same");
            return i;
        });
        queues.getFirst().promote();
        var admissions = new HashSet<>(Races.allAtOnce(60, i -> ((Gate.Open) gates.get(i % 2).claim(release,
                "the-same", "", "r" + i, TOKEN_LIFE)).admission().jti()));

        assertThat(queues.getFirst().placeOf("the-same")).isEqualTo(1);
        assertThat(one.scripts().send(Command.HGET, new ReleaseKeys(release).state(), "issued").toLong()).isEqualTo(1);
        assertThat(admissions).hasSize(1);
    }

    /** INV-Q-09: a store that is full refuses newcomers, forgets nobody, and takes them once there is room. */
    @Test
    void aFullStoreRefusesNewcomersAndForgetsNobody() {
        var release = one.release(6_000, 10, 120, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        IntStream.range(0, 50).forEach(i -> queue.join("v" + i));
        redis.ask("CONFIG", "SET", "maxmemory", "1");
        try {
            assertThatThrownBy(() -> queue.join("newcomer")).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(queue::promote).isInstanceOf(StoreUnavailableException.class);
            assertThat(queue.placeOf("v49")).isEqualTo(50);
        } finally {
            redis.ask("CONFIG", "SET", "maxmemory", "0");
        }

        assertThat(redis.ask("INFO", "stats")).contains("evicted_keys:0");
        queue.join("newcomer");
        assertThat(queue.placeOf("newcomer")).isEqualTo(51);
    }

    private static List<String> contentOf(String release) {
        return new ReleaseKeys(release).all().stream()
                .map(key -> String.valueOf(one.scripts().send(Command.DUMP, key))).toList();
    }
}
