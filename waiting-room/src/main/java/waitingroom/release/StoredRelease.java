package waitingroom.release;

import java.time.Instant;
import java.util.Comparator;

import waitingroom.release.Release.Phase;
import waitingroom.release.Release.Policy;

/**
 * A release as the store has it.
 *
 * @param version     counts its changes; the {@code ETag} of its address
 * @param incarnation tells a release from an earlier, deleted one of the same id
 * @param commitment  what was promised about the draw when the release was made; hex
 * @param undrawn     whether the lobby of a draw still waits for its places
 * @param reason      why staff set the present mode; empty when they gave none
 */
public record StoredRelease(Release release, long version, String incarnation, String commitment,
        boolean undrawn, String reason) {

    public String id() {
        return release.id();
    }

    public String tag() {
        return Long.toString(version);
    }

    /** True while a lobby waits to be drawn. */
    public boolean isDrawPending() {
        return release.policy() == Policy.DRAW && undrawn;
    }

    /** True once everybody in the lobby has a place. A moment late at most, as all that is known of a release here. */
    public boolean isDrawn() {
        return release.policy() == Policy.DRAW && !undrawn;
    }

    /** What is open or about to open comes first; what is over comes last. */
    static Comparator<StoredRelease> currentFirst(Instant now) {
        return Comparator
                .comparing((StoredRelease stored) -> stored.release().phaseAt(now) == Phase.CLOSED)
                .thenComparing(stored -> stored.release().opensAt())
                .thenComparing(StoredRelease::id);
    }

    /** The phase at a moment, the draw included. */
    public Phase phaseAt(Instant now) {
        var phase = release.phaseAt(now);
        return switch (phase) {
            case OPEN, HELD, DRAINING -> isDrawPending() ? Phase.DRAWING : phase;
            case SCHEDULED, LOBBY, DRAWING, CLOSED -> phase;
        };
    }
}
