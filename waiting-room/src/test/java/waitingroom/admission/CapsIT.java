package waitingroom.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waitingroom.admission.AdmissionNews.Outcome;
import waitingroom.admission.AdmissionStore.Gate;
import waitingroom.queue.QueueDriver;
import waitingroom.testing.Races;
import waitingroom.testing.Stores;
import waitingroom.testing.TestRedis;

/** W3 and W5: the caps at the gate, on the test's clock where windows are measured, and in races on the store's own. */
class CapsIT {

    private static final Duration TOKEN_LIFE = Duration.ofSeconds(120);

    private static TestRedis redis;
    private static AtomicLong clock;
    private static Stores timed;
    private static Stores one;
    private static Stores other;

    @BeforeAll
    static void start() {
        redis = TestRedis.started();
        clock = new AtomicLong(Stores.BEGIN.toEpochMilli());
        timed = new Stores(redis, clock);
        one = new Stores(redis, null);
        other = new Stores(redis, null);
    }

    @AfterAll
    static void stop() {
        timed.close();
        one.close();
        other.close();
        redis.close();
    }

    /** Rerun one seed with -Dseed=42. */
    static LongStream seeds() {
        var seed = Long.getLong("seed");
        return seed == null ? LongStream.range(0, 8) : LongStream.of(seed);
    }

    /** W3: over random schedules no sliding 60 s and no moment ever holds more than the caps allow. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noWindowAndNoMomentEverExceedsTheCaps(long seed) {
        var random = new Random(seed);
        var rate = 5 + random.nextInt(120);
        var most = 1 + random.nextInt(25);
        var release = timed.release(rate, most, 20, 30 + random.nextInt(60)).id();
        var run = new Run(release, random);

        for (var step = 0; step < 900; step++) {
            clock.addAndGet(random.nextInt(random.nextInt(50) == 0 ? 20_000 : 400));
            run.step();
            assertThat(run.aliveAt(clock.get())).as("alive").isLessThanOrEqualTo(most);
        }

        assertThat(run.issued).as("the run admitted somebody").isNotEmpty();
        for (var begin : run.issued) {
            var inWindow = run.issued.stream().filter(at -> at >= begin && at < begin + 60_000).count();
            assertThat(inWindow).as("admissions in the 60 s from " + begin).isLessThanOrEqualTo(rate);
        }
        assertThat(run.places).as("jti and place are given once").doesNotHaveDuplicates();
    }

    /** W3, smoothness: with a crowd that claims at once, every 60 s are filled to at least 99 %, and no more than full. */
    @Test
    void aCrowdIsAdmittedAtTheFullRateAndEvenly() {
        var rate = 600;
        var release = timed.release(rate, 100_000, 120, 600).id();
        var run = new Run(release, new Random(7));
        run.crowd(2_500);

        run.everybodyClaims(Duration.ofSeconds(190));

        var begin = run.issued.getFirst();
        for (var second = 1; second <= 120; second++) {
            var from = begin + second * 1_000L;
            assertThat(run.issued.stream().filter(at -> at >= from && at < from + 60_000).count())
                    .as("from second " + second).isBetween(594L, 600L);
            assertThat(run.issued.stream().filter(at -> at >= from && at < from + 1_000).count())
                    .isLessThanOrEqualTo(20);
        }
    }

    /** W3: when the store, or all instances, stop for a moment, those at the gate come in a little faster afterwards. */
    @Test
    void aStandstillIsMadeUpForThoseWhoStandAtTheGate() {
        var release = timed.release(600, 100_000, 120, 600).id();
        var run = new Run(release, new Random(11));
        run.crowd(1_500);

        run.everybodyClaims(Duration.ofSeconds(30));
        clock.addAndGet(2_500);
        run.everybodyClaims(Duration.ofSeconds(57));

        var begin = run.issued.getFirst() + 5_000;
        assertThat(run.issued.stream().filter(at -> at >= begin && at < begin + 60_000).count())
                .isBetween(594L, 600L);
    }

    /** W5: one in five never comes; the hall is filled to 95 % and more all the same, and never beyond. */
    @Test
    void noShowsDoNotLeaveTheHallEmpty() {
        var most = 100;
        var release = timed.release(1_200, most, 120, 60).id();
        var run = new Run(release, new Random(11));
        run.noShowShare = 0.2;
        run.crowd(3_000);

        run.everybodyClaims(Duration.ofSeconds(120));
        var alive = run.aliveEverySecond(Duration.ofSeconds(240));

        assertThat(alive).allMatch(now -> now <= most);
        assertThat(alive.stream().mapToLong(Long::longValue).average().orElse(0)).isGreaterThanOrEqualTo(95);
    }

    /** W3 in order of place: who stands at the gate goes in before whoever comes to it later from behind. */
    @Test
    void theGateLetsInInOrderOfPlace() {
        var release = timed.release(6_000, 2, 10, 600).id();
        var queue = new QueueDriver(timed.scripts(), release);
        var store = new AdmissionStore(timed.scripts());
        List.of("a", "b", "c", "d").forEach(queue::join);
        queue.promote();
        queue.pass(clock, Duration.ofSeconds(16)); // a and b did not come: they are called past
        assertThat(queue.stateOf("a")).isEqualTo("EXPIRED");
        assertThat(queue.stateOf("d")).isEqualTo("CALLED");

        var first = store.claim(release, "c", "", "1", TOKEN_LIFE);
        var second = store.claim(release, "d", "", "2", TOKEN_LIFE);

        assertThat(first).isInstanceOf(Gate.Open.class);
        assertThat(second).isInstanceOf(Gate.Open.class);
        assertThat(store.claim(release, "a", "", "3", TOKEN_LIFE)).isInstanceOf(Gate.Expired.class);
    }

    @Test
    void whoMeetsTheGateFullKeepsTheTurnAndTheOrder() {
        var release = timed.release(60, 100, 5, 600).id();
        var queue = new QueueDriver(timed.scripts(), release);
        var store = new AdmissionStore(timed.scripts());
        List.of("a", "b", "c").forEach(queue::join);
        queue.promote();
        clock.addAndGet(1_000);
        queue.promote();
        clock.addAndGet(1_000);
        queue.promote();
        assertThat(queue.stateOf("c")).isEqualTo("CALLED");

        assertThat(store.claim(release, "a", "", "1", TOKEN_LIFE)).isInstanceOf(Gate.Open.class);
        var full = (Gate.Full) store.claim(release, "b", "", "2", TOKEN_LIFE);
        assertThat(store.claim(release, "c", "", "3", TOKEN_LIFE)).isInstanceOf(Gate.Full.class);
        clock.addAndGet(full.pause().toMillis());
        assertThat(store.claim(release, "c", "", "4", TOKEN_LIFE)).as("b stands before").isInstanceOf(Gate.Full.class);
        assertThat(store.claim(release, "b", "", "5", TOKEN_LIFE)).isInstanceOf(Gate.Open.class);
        for (var i = 0; i < 20; i++) {
            clock.addAndGet(250);
            queue.promote();
            if (store.claim(release, "c", "", "6", TOKEN_LIFE) instanceof Gate.Open) {
                return;
            }
        }
        throw new AssertionError("c never came in");
    }

    /** W3 under contention: 60 claims of one visitor on two instances make one admission; of 60 visitors, five. */
    @Test
    void claimsAtOnceNeverExceedTheCapOrDoubleAnAdmission() {
        var release = one.release(6_000, 5, 120, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        IntStream.range(0, 5).forEach(i -> queue.join("v" + i));
        queue.promote();
        var stores = List.of(new AdmissionStore(one.scripts()), new AdmissionStore(other.scripts()));

        var same = Races.allAtOnce(60, i -> stores.get(i % 2).claim(release, "v0", "", "r" + i, TOKEN_LIFE));
        var all = Races.allAtOnce(60, i -> stores.get(i % 2).claim(release, "v" + i % 5, "", "s" + i, TOKEN_LIFE));

        assertThat(same).allMatch(Gate.Open.class::isInstance)
                .extracting(gate -> ((Gate.Open) gate).admission().jti()).containsOnly(jtiOf(same.getFirst()));
        assertThat(all.stream().filter(Gate.Open.class::isInstance).map(CapsIT::jtiOf).distinct()).hasSize(5);
    }

    /** A slot comes back exactly once, however often and in whatever order the news of it comes. */
    @Test
    void aSlotComesBackExactlyOnce() {
        var release = timed.release(6_000, 1, 120, 600).id();
        var queue = new QueueDriver(timed.scripts(), release);
        var store = new AdmissionStore(timed.scripts());
        var news = new AdmissionNewsStore(timed.scripts());
        List.of("a", "b", "c").forEach(queue::join);
        queue.promote();
        var first = jtiOf(store.claim(release, "a", "", "1", TOKEN_LIFE));

        news.noteEnded(release, first, Outcome.DONE);
        news.noteEnded(release, first, Outcome.LEFT);
        news.noteExchanged(release, first);
        clock.addAndGet(1_000);
        queue.promote();
        queue.promote();

        assertThat(queue.stateOf("a")).as("what it was first told").isEqualTo("DONE");
        assertThat(queue.stateOf("b")).isEqualTo("CALLED");
        assertThat(queue.stateOf("c")).as("one slot, not two").isEqualTo("WAITING");
        assertThat(store.claim(release, "b", "", "2", TOKEN_LIFE)).isInstanceOf(Gate.Open.class);
        news.noteEnded(release, first, Outcome.DONE);
        clock.addAndGet(1_000);
        queue.promote();
        assertThat(queue.stateOf("c")).isEqualTo("WAITING");
        news.noteEnded(release, "1.forged", Outcome.DONE);
        news.noteEnded("no-such-release", first, Outcome.DONE);
    }

    /** An unused token gives its slot back only once nobody can have exchanged it any more. */
    @Test
    void anUnusedTokenGivesItsSlotBackWithTheWatermark() {
        var release = timed.release(6_000, 2, 120, 600).id();
        var queue = new QueueDriver(timed.scripts(), release);
        var store = new AdmissionStore(timed.scripts());
        var news = new AdmissionNewsStore(timed.scripts());
        List.of("a", "b", "c").forEach(queue::join);
        queue.promote();
        var used = (Gate.Open) store.claim(release, "a", "", "1", TOKEN_LIFE);
        var unused = (Gate.Open) store.claim(release, "b", "", "2", TOKEN_LIFE);
        news.noteExchanged(release, used.admission().jti());
        var expiry = unused.admission().expiresAt();
        clock.set(expiry.toEpochMilli() + 60_000);

        assertThat(news.applyWatermark(release, expiry)).as("an exchange at that moment may not be told yet").isZero();
        queue.promote();
        assertThat(queue.stateOf("c")).isEqualTo("WAITING");
        assertThat(store.claim(release, "b", "", "3", TOKEN_LIFE)).isInstanceOf(Gate.Expired.class);
        assertThat(news.applyWatermark(release, expiry.plusMillis(1))).isEqualTo(1);
        assertThat(news.applyWatermark(release, expiry.plusMillis(1))).isZero();
        queue.promote();

        assertThat(queue.stateOf("a")).isEqualTo("ADMITTED");
        assertThat(queue.stateOf("b")).isEqualTo("EXPIRED");
        assertThat(queue.stateOf("c")).isEqualTo("CALLED");
    }

    @Test
    void withoutWatermarksAnUnusedTokenKeepsItsSlotUntilTheSessionWouldHaveEnded() {
        var release = timed.release(6_000, 1, 120, 600).id();
        var queue = new QueueDriver(timed.scripts(), release);
        var store = new AdmissionStore(timed.scripts());
        List.of("a", "b").forEach(queue::join);
        queue.promote();
        var admitted = (Gate.Open) store.claim(release, "a", "", "1", TOKEN_LIFE);
        clock.set(admitted.admission().endsAt().toEpochMilli() - 1);
        queue.promote();
        assertThat(queue.stateOf("b")).isEqualTo("WAITING");

        clock.addAndGet(1);
        queue.promote();

        assertThat(queue.stateOf("a")).isEqualTo("EXPIRED");
        assertThat(queue.stateOf("b")).isEqualTo("CALLED");
    }

    private static String jtiOf(Gate gate) {
        return ((Gate.Open) gate).admission().jti();
    }

    /** A crowd on the test's clock, and what the gate let through. */
    private static final class Run {

        private final List<Long> issued = new ArrayList<>();
        private final List<Long> places = new ArrayList<>();
        private final Map<Long, Long> ends = new HashMap<>();
        private final TreeMap<Long, List<String>> claims = new TreeMap<>();
        private final List<String> known = new ArrayList<>();
        private final List<String> jtis = new ArrayList<>();
        private final String release;
        private final Random random;
        private final QueueDriver queue;
        private final AdmissionStore store = new AdmissionStore(timed.scripts());
        private final AdmissionNewsStore news = new AdmissionNewsStore(timed.scripts());
        private double noShowShare;
        private long nextToClaim = 1;

        Run(String release, Random random) {
            this.release = release;
            this.random = random;
            this.queue = new QueueDriver(timed.scripts(), release);
        }

        void step() {
            switch (random.nextInt(6)) {
                case 0 -> {
                    known.add("v" + known.size());
                    queue.join(known.getLast());
                }
                case 1 -> queue.promote();
                case 2 -> end();
                default -> {
                    if (!known.isEmpty()) {
                        claim(known.get(random.nextInt(known.size())));
                    }
                }
            }
        }

        private void end() {
            if (!jtis.isEmpty() && random.nextBoolean()) {
                var jti = jtis.remove(random.nextInt(jtis.size()));
                news.noteEnded(release, jti, Outcome.DONE);
                ends.remove(Long.parseLong(jti.split("\\.")[0]));
            }
        }

        private Gate claim(String visitor) {
            var gate = store.claim(release, visitor, "", "r", TOKEN_LIFE);
            if (gate instanceof Gate.Open open && !places.contains(open.place())) {
                issued.add(clock.get());
                places.add(open.place());
                jtis.add(open.admission().jti());
                ends.put(open.place(), open.admission().endsAt().toEpochMilli());
            }
            return gate;
        }

        long aliveAt(long now) {
            return ends.values().stream().filter(end -> now < end).count();
        }

        void crowd(int size) {
            IntStream.rangeClosed(1, size).forEach(i -> queue.join("v" + i));
        }

        /** Everybody called claims within three seconds, and again when the gate asks for it; some never do. */
        void everybodyClaims(Duration length) {
            var until = clock.get() + length.toMillis();
            while (clock.get() < until) {
                clock.addAndGet(50);
                if (clock.get() % 200 < 50) {
                    queue.promote();
                }
                for (; nextToClaim <= queue.called(); nextToClaim++) {
                    if (random.nextDouble() >= noShowShare) {
                        at(clock.get() + 100 + random.nextInt(2_900), "v" + nextToClaim);
                    }
                }
                while (!claims.isEmpty() && claims.firstKey() <= clock.get()) {
                    for (var visitor : claims.pollFirstEntry().getValue()) {
                        if (claim(visitor) instanceof Gate.Full full) {
                            at(clock.get() + full.pause().toMillis(), visitor);
                        }
                    }
                }
            }
        }

        private void at(long moment, String visitor) {
            claims.computeIfAbsent(moment, key -> new ArrayList<>()).add(visitor);
        }

        List<Long> aliveEverySecond(Duration length) {
            var alive = new ArrayList<Long>();
            for (var second = 0; second < length.toSeconds(); second++) {
                everybodyClaims(Duration.ofSeconds(1));
                alive.add(aliveAt(clock.get()));
            }
            return alive;
        }
    }
}
