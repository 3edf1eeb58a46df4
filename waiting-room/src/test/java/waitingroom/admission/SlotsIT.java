package waitingroom.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.vertx.redis.client.Command;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waitingroom.admission.AdmissionNews.Outcome;
import waitingroom.admission.AdmissionStore.Gate;
import waitingroom.queue.QueueDriver;
import waitingroom.queue.QueueStore;
import waitingroom.release.ReleaseKeys;
import waitingroom.testing.Races;
import waitingroom.testing.Stores;
import waitingroom.testing.TwoInstances;

/** A slot comes back on order, leave, expiry and revocation, each exactly once, on two instances at the same moment. */
class SlotsIT extends TwoInstances {

    private static final Duration TOKEN_LIFE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 24;

    /** How an admission ends. */
    enum Way {
        ORDER, LEAVE, EXPIRY, REVOCATION
    }

    @ParameterizedTest
    @EnumSource
    void aSlotComesBackExactlyOnce(Way way) {
        var release = one.release(6_000, 2, 300, 600).id();
        var instances = List.of(new Instance(one, release), new Instance(other, release));
        var queue = instances.getFirst().queue();
        IntStream.range(0, 9).forEach(i -> queue.join("v" + i));
        queue.promote();
        var ending = instances.getFirst().admit("v0");
        instances.getLast().news().noteExchanged(release, instances.getLast().admit("v1"));
        queue.pass(clock, TOKEN_LIFE.plusSeconds(1));

        Races.allAtOnce(AT_ONCE, i -> instances.get(i % 2).end(way, "v0", ending));
        queue.pass(clock, Duration.ofSeconds(3));
        assertThat(queue.called()).as("one slot, one call").isEqualTo(3);
        instances.getLast().admit("v2");
        for (var next : Way.values()) {
            Races.allAtOnce(AT_ONCE, i -> instances.get(i % 2).end(next, "v0", ending));
        }
        queue.pass(clock, Duration.ofSeconds(3));

        assertThat(queue.called()).as("no other way returns it again").isEqualTo(3);
        assertThat(one.scripts().send(Command.ZCARD, new ReleaseKeys(release).alive()).toInteger()).isEqualTo(2);
    }

    /** One instance's way to the queue. */
    private record Instance(QueueDriver queue, AdmissionStore gate, AdmissionNewsStore news, RevokeAdmission revoke,
            String release) {

        Instance(Stores stores, String release) {
            this(new QueueDriver(stores.scripts(), release), new AdmissionStore(stores.scripts()),
                    new AdmissionNewsStore(stores.scripts()), release, stores);
        }

        private Instance(QueueDriver queue, AdmissionStore gate, AdmissionNewsStore news, String release,
                Stores stores) {
            this(queue, gate, news,
                    new RevokeAdmission(gate, news, new QueueStore(stores.scripts()), java.time.InstantSource.system()),
                    release);
        }

        String admit(String visitor) {
            return ((Gate.Open) gate.claim(release, visitor, "", "x", TOKEN_LIFE)).admission().jti();
        }

        boolean end(Way way, String visitor, String jti) {
            switch (way) {
                case ORDER -> news.noteEnded(release, jti, Outcome.DONE);
                case LEAVE -> queue.leave(visitor);
                case EXPIRY -> news.applyWatermark(release, Stores.BEGIN.plusMillis(clock.get()
                        - Stores.BEGIN.toEpochMilli() - 500));
                case REVOCATION -> revoke.revoke(release, Long.parseLong(jti.split("\\.")[0]));
            }
            return true;
        }
    }
}
