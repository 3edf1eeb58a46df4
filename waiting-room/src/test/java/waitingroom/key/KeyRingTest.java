package waitingroom.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import waitingroom.key.KeyRing.StoredKey;
import waitingroom.secret.MasterSecret;

/** W6: keys are published before they sign and after they signed last; a rotation loses no fan. */
class KeyRingTest {

    private static final Instant NOW = Instant.parse("2030-01-01T20:00:00Z");
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    @Test
    void aKeyIsPublishedThenActiveThenRetiringThenGone() {
        var ring = new KeyRing(List.of()).with(key("a", NOW), OVERLAP, NOW)
                .with(key("b", NOW.plusSeconds(90)), OVERLAP, NOW);

        assertThat(ring.activeAt(NOW).orElseThrow().kid()).isEqualTo("a");
        assertThat(kids(ring, NOW)).containsExactly("a", "b");
        assertThat(ring.activeAt(NOW.plusSeconds(90)).orElseThrow().kid()).isEqualTo("b");
        assertThat(kids(ring, NOW.plusSeconds(90 + 599))).containsExactly("a", "b");
        assertThat(kids(ring, NOW.plusSeconds(90 + 600))).containsExactly("b");
    }

    @Test
    void aSecondRotationDoesNotPutOffTheEndOfAnOldKey() {
        var later = NOW.plusSeconds(30);
        var ring = new KeyRing(List.of()).with(key("a", NOW), OVERLAP, NOW)
                .with(key("b", NOW.plusSeconds(90)), OVERLAP, NOW).with(key("c", NOW.plusSeconds(120)), OVERLAP, later);

        assertThat(ring.activeAt(NOW.plusSeconds(100)).orElseThrow().kid()).isEqualTo("b");
        assertThat(ring.activeAt(NOW.plusSeconds(120)).orElseThrow().kid()).isEqualTo("c");
        assertThat(kids(ring, NOW.plusSeconds(90 + 600))).containsExactly("b", "c");
    }

    @Test
    void staffSeeWhichKeySignsAndWhatBecomesOfTheOthers() {
        var later = NOW.plusSeconds(100);
        var ring = new KeyRing(List.of()).with(key("a", NOW), OVERLAP, NOW)
                .with(key("b", NOW.plusSeconds(90)), OVERLAP, NOW).with(key("c", NOW.plusSeconds(190)), OVERLAP, later);

        var seen = KeyList.of(ring, new Weekly(), later);

        assertThat(seen.items()).extracting(KeyList.Line::kid).containsExactly("c", "b", "a");
        assertThat(seen.items()).extracting(KeyList.Line::state).containsExactly(KeyList.State.PUBLISHED,
                KeyList.State.ACTIVE, KeyList.State.RETIRING);
        assertThat(seen.items()).extracting(KeyList.Line::retiresAt).containsExactly(null,
                NOW.plusSeconds(190).plus(OVERLAP), NOW.plusSeconds(90).plus(OVERLAP));
        assertThat(seen.rotationDueAt()).isEqualTo(NOW.plusSeconds(190).plus(Duration.ofDays(7)));
    }

    @Test
    void aSealedKeyOpensOnlyWithItsSecretAndItsName() {
        var seal = new KeySeal(new MasterSecret(new byte[]{ 1 }));
        var sealed = seal.seal("a", "the key");

        assertThat(seal.open("a", sealed)).isEqualTo("the key");
        assertThatThrownBy(() -> seal.open("b", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new KeySeal(new MasterSecret(new byte[]{ 2 })).open("a", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<String> kids(KeyRing ring, Instant now) {
        return ring.publishedAt(now).stream().map(StoredKey::kid).toList();
    }

    private static StoredKey key(String kid, Instant activatesAt) {
        return new StoredKey(kid, "{}", "", activatesAt.toEpochMilli(), 0);
    }

    private record Weekly() implements KeyConfig {

        @Override
        public Duration rotation() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration publication() {
            return Duration.ofSeconds(90);
        }

        @Override
        public Duration overlap() {
            return OVERLAP;
        }
    }
}
