package waitingroom.key;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import waitingroom.key.KeyRing.StoredKey;

/**
 * The signing keys as staff see them, the newest first.
 *
 * @param rotationDueAt when the next key is published by itself; null when that is left to admins
 * @param publicationSeconds how long a key is published before it signs
 * @param overlapSeconds     how long one stays published after it signed last
 */
record KeyList(List<Line> items, Instant rotationDueAt, long publicationSeconds, long overlapSeconds) {

    static KeyList of(KeyRing ring, KeyConfig config, Instant now) {
        var active = ring.activeAt(now).map(StoredKey::kid);
        var items = ring.publishedAt(now).stream()
                .sorted(Comparator.comparing(StoredKey::activatesAt).reversed())
                .map(key -> new Line(key.kid(), stateOf(key, active.filter(key.kid()::equals).isPresent(), now),
                        Instant.ofEpochMilli(key.activatesAt()),
                        key.retiresAt() == 0 ? null : Instant.ofEpochMilli(key.retiresAt())))
                .toList();
        var due = config.rotation().isZero() || items.isEmpty()
                ? null
                : items.getFirst().activatesAt().plus(config.rotation());
        return new KeyList(items, due, config.publication().toSeconds(), config.overlap().toSeconds());
    }

    private static State stateOf(StoredKey key, boolean signs, Instant now) {
        if (signs) {
            return State.ACTIVE;
        }
        return key.isActiveAt(now) ? State.RETIRING : State.PUBLISHED;
    }

    /** As in the picture of {@link KeyRing}. */
    enum State {
        PUBLISHED, ACTIVE, RETIRING
    }

    /** @param retiresAt from then on nothing it signed counts; null while no newer key is on its way */
    record Line(String kid, State state, Instant activatesAt, Instant retiresAt) {}
}
