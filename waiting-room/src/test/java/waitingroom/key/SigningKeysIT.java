package waitingroom.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWK;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waitingroom.secret.MasterSecret;
import waitingroom.testing.Races;
import waitingroom.testing.Stores;
import waitingroom.testing.TestRedis;

/** W6: the keys of two instances, on a clock of the test's own. */
class SigningKeysIT {

    private static final Duration PUBLICATION = Duration.ofSeconds(90);
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final Duration ROTATION = Duration.ofDays(7);

    private final AtomicLong clock = new AtomicLong(Stores.BEGIN.toEpochMilli());
    private TestRedis redis;
    private Stores one;
    private Stores other;
    private List<SigningKeys> instances;

    @BeforeEach
    void start() {
        redis = TestRedis.started();
        one = new Stores(redis, clock);
        other = new Stores(redis, clock);
        instances = List.of(keys(one), keys(other));
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        redis.close();
    }

    @Test
    void theFirstKeyIsMadeOnce() {
        var active = Races.allAtOnce(20, i -> instances.get(i % 2).active().getKeyID());

        assertThat(active).containsOnly(active.getFirst());
        assertThat(published(0)).containsExactly(active.getFirst());
    }

    /** publish -> activate -> retire, without anybody's doing, and once for both instances. */
    @Test
    void keysRotateByThemselvesWithOverlap() {
        var first = instances.getFirst().active().getKeyID();
        pass(ROTATION);

        Races.allAtOnce(20, i -> instances.get(i % 2).isPublished("asked for, so that the ring is read"));
        assertThat(published(0)).hasSize(2).contains(first).isEqualTo(published(1));
        var next = published(0).getLast();
        assertThat(instances.getLast().active().getKeyID()).as("published, not yet signing").isEqualTo(first);
        assertThat(instances.getFirst().isLasting(first)).isFalse();
        assertThat(instances.getFirst().isLasting(next)).isTrue();

        pass(PUBLICATION);
        assertThat(instances.getFirst().active().getKeyID()).isEqualTo(next);
        assertThat(published(1)).as("what the old one signed still counts").contains(first);
        pass(OVERLAP);
        assertThat(published(1)).containsExactly(next);
    }

    @Test
    void aRevokedKeyIsGoneAtOnceAndAnotherSigns() {
        var leaked = instances.getFirst().active().getKeyID();
        assertThat(instances.getLast().active().getKeyID()).isEqualTo(leaked);

        var revoked = Races.allAtOnce(10, i -> instances.get(i % 2).revoke(leaked));

        assertThat(revoked.stream().filter(outcome -> outcome.isPresent())).as("one of them did it").hasSize(1);
        var active = instances.getFirst().active().getKeyID();
        assertThat(active).isNotEqualTo(leaked);
        instances.getLast().isPublished(leaked);
        assertThat(instances.getLast().active().getKeyID()).isEqualTo(active);
        assertThat(published(0)).containsExactly(active).isEqualTo(published(1));
        assertThat(instances.getFirst().revoke("no such key")).isEmpty();
    }

    @Test
    void aRevokedSuccessorLeavesThePresentKeyAlone() {
        var present = instances.getFirst().active().getKeyID();
        var next = instances.getFirst().rotate().kid();

        instances.getLast().revoke(next);

        assertThat(instances.getLast().active().getKeyID()).isEqualTo(present);
        pass(PUBLICATION.plus(OVERLAP).plusSeconds(1));
        instances.getFirst().isPublished(present);
        assertThat(instances.getFirst().active().getKeyID()).as("somebody signs at any time").isNotNull();
    }

    private void pass(Duration length) {
        clock.addAndGet(length.toMillis());
    }

    private List<String> published(int instance) {
        return instances.get(instance).published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private SigningKeys keys(Stores stores) {
        return new SigningKeys(new KeyRingStore(stores.scripts(), new ObjectMapper()),
                new KeySeal(new MasterSecret(new byte[32])), config(), () -> Instant.ofEpochMilli(clock.get()));
    }

    private static KeyConfig config() {
        return new KeyConfig() {
            @Override
            public Duration rotation() {
                return ROTATION;
            }

            @Override
            public Duration publication() {
                return PUBLICATION;
            }

            @Override
            public Duration overlap() {
                return OVERLAP;
            }
        };
    }
}
