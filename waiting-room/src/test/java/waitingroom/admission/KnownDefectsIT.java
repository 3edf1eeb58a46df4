package waitingroom.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;
import waitingroom.admission.AdmissionNews.Outcome;
import waitingroom.admission.AdmissionStore.Gate;
import waitingroom.queue.QueueDriver;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.StoreUnavailableException;
import waitingroom.testing.Races;
import waitingroom.testing.Stores;
import waitingroom.testing.TwoInstances;

/**
 * Eight defects (R1 to R8) of Virtual Waiting Room on AWS, which was the free reference and is no longer maintained, as
 * tests that ours has none of them.
 */
class KnownDefectsIT extends TwoInstances {

    private static final Duration TOKEN_LIFE = Duration.ofSeconds(120);

    /** R1: a redelivered batch was numbered anew, so that the first visitor became the last, with gaps before. */
    @Test
    void aJoinToldTwiceNeverRenumbersAnybody() {
        var release = one.release(600, 100, 120, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        var elsewhere = new QueueDriver(other.scripts(), release);
        List.of("A", "B", "C", "D").forEach(queue::join);

        List.of("B", "A", "C", "E").forEach(elsewhere::join);

        assertThat(Stream.of("A", "B", "C", "D", "E").map(queue::placeOf)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    /** R2: the loop that expires turns stopped for ever at the first gap. */
    @Test
    void gapsStopNeitherCallingNorExpiring() {
        var release = one.release(6_000, 2, 5, 600).id();
        var keys = new ReleaseKeys(release);
        var queue = new QueueDriver(one.scripts(), release);
        List.of("a", "b").forEach(queue::join);
        one.scripts().send(Command.HSET, keys.state(), "issued", 40);
        one.scripts().send(Command.ZADD, keys.gaps(), 3, 40);
        queue.join("c");
        assertThat(queue.placeOf("c")).isEqualTo(41);

        queue.promote();
        queue.pass(clock, Duration.ofSeconds(12));

        assertThat(List.of(queue.stateOf("a"), queue.stateOf("b"), queue.stateOf("c"))).containsOnly("EXPIRED");
        assertThat(queue.called()).isEqualTo(41);
        assertThat(one.scripts().send(Command.HGET, keys.state(), "noShows").toLong()).as("three had a turn")
                .isEqualTo(3);
    }

    /** R3: a global never reset returned 1, 2, 3 and 4 slots for four sessions that ended. */
    @Test
    void everyEndedSessionReturnsExactlyOneSlot() {
        var release = one.release(6_000, 4, 120, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        var gate = new AdmissionStore(one.scripts());
        var news = List.of(new AdmissionNewsStore(one.scripts()), new AdmissionNewsStore(other.scripts()));
        IntStream.range(0, 20).forEach(i -> queue.join("v" + i));
        queue.pass(clock, Duration.ofSeconds(1));
        var inside = IntStream.range(0, 4).mapToObj(i -> jtiOf(gate.claim(release, "v" + i, "", "x", TOKEN_LIFE)))
                .toList();

        for (var i = 0; i < 4; i++) {
            news.get(i % 2).noteEnded(release, inside.get(i), Outcome.DONE);
            queue.pass(clock, Duration.ofSeconds(1));
            assertThat(queue.called()).as("after %d ended", i + 1).isEqualTo(5 + i);
            gate.claim(release, "v" + (4 + i), "", "x", TOKEN_LIFE);
        }

        assertThat(aliveIn(release)).isEqualTo(4);
    }

    /** R4: with more active than the maximum, an ended session made the counter go back, and un-called people. */
    @Test
    void aLoweredCapUnCallsNobody() {
        var release = one.release(6_000, 13, 120, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        var gate = new AdmissionStore(one.scripts());
        IntStream.range(0, 30).forEach(i -> queue.join("v" + i));
        queue.pass(clock, Duration.ofSeconds(2));
        var inside = IntStream.range(0, 13).mapToObj(i -> jtiOf(gate.claim(release, "v" + i, "", "x", TOKEN_LIFE)))
                .toList();
        assertThat(queue.called()).isEqualTo(13);
        one.scripts().send(Command.HSET, new ReleaseKeys(release).definition(), "maxActive", 10);

        var news = new AdmissionNewsStore(one.scripts());
        inside.subList(0, 2).forEach(jti -> news.noteEnded(release, jti, Outcome.DONE));
        queue.pass(clock, Duration.ofSeconds(3));
        assertThat(queue.called()).as("eleven are still in").isEqualTo(13);
        assertThat(aliveIn(release)).isEqualTo(11);

        inside.subList(2, 5).forEach(jti -> news.noteEnded(release, jti, Outcome.DONE));
        queue.pass(clock, Duration.ofSeconds(3));
        assertThat(queue.called()).as("two fewer than the cap").isEqualTo(15);
    }

    /** R5: the validity one caller asked for became that of all later callers. */
    @Test
    void theTimesOfOneAdmissionAreNobodyElses() {
        var brief = one.release(6_000, 100, 120, 60).id();
        var lasting = one.release(6_000, 100, 120, 900).id();
        List.of(brief, lasting).forEach(release -> {
            var queue = new QueueDriver(one.scripts(), release);
            IntStream.range(0, 20).forEach(i -> queue.join("v" + i));
            queue.pass(clock, Duration.ofSeconds(2));
        });
        var gates = List.of(new AdmissionStore(one.scripts()), new AdmissionStore(other.scripts()));

        var admitted = Races.allAtOnce(40, i -> (Gate.Open) gates.get(i / 2 % 2).claim(i % 2 == 0 ? brief : lasting,
                "v" + i / 2, "", "x", Duration.ofSeconds(i % 2 == 0 ? 20 : 300)));

        for (var i = 0; i < 40; i++) {
            var admission = admitted.get(i).admission();
            assertThat(Duration.between(admission.issuedAt(), admission.expiresAt()).toSeconds())
                    .isEqualTo(i % 2 == 0 ? 20 : 300);
            assertThat(Duration.between(admission.issuedAt(), admission.endsAt()).toSeconds())
                    .isEqualTo(i % 2 == 0 ? 60 : 900);
        }
    }

    /** R6: whoever's join failed twice was told to wait for ever, and could not join again. */
    @Test
    void whoseJoinFailedTwiceJoinsAndHasOnePlace() {
        try (var impatient = new Stores(redis, clock, Duration.ofMillis(150))) {
            var release = one.release(6_000, 1, 120, 600).id();
            var queue = new QueueDriver(impatient.scripts(), release);
            new QueueDriver(one.scripts(), release).join("somebody");
            redis.pause();
            try {
                assertThatThrownBy(() -> queue.join("unlucky")).isInstanceOf(StoreUnavailableException.class);
                assertThatThrownBy(() -> queue.join("unlucky")).isInstanceOf(StoreUnavailableException.class);
            } finally {
                redis.resume();
            }

            var elsewhere = new QueueDriver(other.scripts(), release);
            elsewhere.join("unlucky");
            elsewhere.join("next");

            assertThat(elsewhere.placeOf("unlucky")).isEqualTo(2);
            assertThat(elsewhere.placeOf("next")).isEqualTo(3);
        }
    }

    /** R7: the periodic inlet banked credit while nobody waited; the next burst was let in at once. */
    @Test
    void anIdleHourLeavesNoMoreThanASecondOfCredit() {
        var release = one.release(600, 1_000, 120, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        clock.addAndGet(3_600_000);
        IntStream.range(0, 200).forEach(i -> queue.join("v" + i));
        queue.promote();
        var store = new AdmissionStore(one.scripts());

        var admitted = IntStream.range(0, 200)
                .filter(i -> store.claim(release, "v" + i, "", "x", TOKEN_LIFE) instanceof Gate.Open).count();

        assertThat(queue.called()).isLessThanOrEqualTo(10);
        assertThat(admitted).isLessThanOrEqualTo(10).isPositive();
    }

    /** R8: an id was compared only as far as it matched, so that what followed it was let through. */
    @Test
    void anIdIsComparedWhole() {
        var release = one.release(6_000, 1, 120, 600).id();
        var queue = new QueueDriver(one.scripts(), release);
        var gate = new AdmissionStore(one.scripts());
        var news = new AdmissionNewsStore(one.scripts());
        List.of("v1", "v10").forEach(queue::join);
        queue.promote();
        var jti = jtiOf(gate.claim(release, "v1", "", "secret", TOKEN_LIFE));

        List.of(jti + "x", jti + "\n", jti + "|", "1", "1.", "1.secre", "01.secret", " " + jti, "2.secret", "")
                .forEach(wrong -> news.noteEnded(release, wrong, Outcome.DONE));
        queue.pass(clock, Duration.ofSeconds(2));

        assertThat(queue.stateOf("v1")).isEqualTo("ADMITTED");
        assertThat(queue.stateOf("v10")).isEqualTo("WAITING");
        assertThat(gate.claim(release, "v1 ", "", "x", TOKEN_LIFE)).isInstanceOf(Gate.NoPlace.class);
    }

    private static long aliveIn(String release) {
        return one.scripts().send(Command.ZCARD, new ReleaseKeys(release).alive()).toLong();
    }

    private static String jtiOf(Gate gate) {
        return ((Gate.Open) gate).admission().jti();
    }
}
