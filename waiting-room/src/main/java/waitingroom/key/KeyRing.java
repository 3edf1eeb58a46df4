package waitingroom.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The signing keys, past, present and next.
 *
 * <pre>
 *   published ──activatesAt──▶ active ──a newer one is active──▶ retiring ──retiresAt──▶ gone
 *       └────────────────────────┴───────────revoked────────────────┴──────────────────────▲
 * </pre>
 *
 * A key is published before it signs, so that every verifier has it by then, and stays published until the last token
 * it signed has run out: a rotation loses no fan (W6).
 */
record KeyRing(List<StoredKey> keys) {

    /**
     * One key.
     *
     * @param publicJwk public part, as JSON
     * @param sealed    the whole key, encrypted under the waiting room's secret
     * @param retiresAt epoch milliseconds; 0 while no newer key is on its way
     */
    record StoredKey(String kid, String publicJwk, String sealed, long activatesAt, long retiresAt) {

        boolean isGoneAt(Instant now) {
            return retiresAt != 0 && retiresAt <= now.toEpochMilli();
        }

        boolean isActiveAt(Instant now) {
            return activatesAt <= now.toEpochMilli() && !isGoneAt(now);
        }

        StoredKey retiringAt(Instant at) {
            return retiresAt == 0 ? new StoredKey(kid, publicJwk, sealed, activatesAt, at.toEpochMilli()) : this;
        }
    }

    /** The key that signs: of those that may, the one that took over last. */
    Optional<StoredKey> activeAt(Instant now) {
        return keys.stream().filter(key -> key.isActiveAt(now)).max(Comparator.comparing(StoredKey::activatesAt));
    }

    /** Whether the key that took or takes over last has been in use for so long that another is due. */
    boolean isRotationDue(Duration interval, Instant now) {
        return !interval.isZero() && keys.stream().map(key -> Instant.ofEpochMilli(key.activatesAt()))
                .max(Comparator.naturalOrder()).filter(last -> !last.plus(interval).isAfter(now)).isPresent();
    }

    /** The ring without a key that must not count any more: at once, and whatever it signed. */
    KeyRing without(String kid) {
        return new KeyRing(keys.stream().filter(key -> !key.kid().equals(kid)).toList());
    }

    /** The published key of that id. */
    Optional<StoredKey> find(String kid, Instant now) {
        return publishedAt(now).stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** What verifiers need: everything but what is gone. */
    List<StoredKey> publishedAt(Instant now) {
        return keys.stream().filter(key -> !key.isGoneAt(now)).toList();
    }

    /** The ring with a new key in it; the others retire {@code overlap} after it took over. */
    KeyRing with(StoredKey next, Duration overlap, Instant now) {
        var retiresAt = Instant.ofEpochMilli(next.activatesAt()).plus(overlap);
        var all = new ArrayList<StoredKey>();
        publishedAt(now).forEach(key -> all.add(key.retiringAt(retiresAt)));
        all.add(next);
        return new KeyRing(List.copyOf(all));
    }
}
