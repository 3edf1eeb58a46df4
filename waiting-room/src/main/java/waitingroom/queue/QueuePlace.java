package waitingroom.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

import waitingroom.release.Release.Phase;

/**
 * A visitor's place and how it stands.
 *
 * @param place      empty while it is still to be drawn
 * @param lobbyIndex what it is drawn from; empty otherwise
 * @param ahead      how many stand before who are not in yet; rather one too many than one too few
 * @param uncalledAhead those of them who are not called yet
 * @param claimBy    until when a call stands; empty unless called
 * @param now        the store's time at which all this was so
 */
public record QueuePlace(Phase phase, OptionalLong place, OptionalLong lobbyIndex, PlaceState state, long ahead,
        long uncalledAhead, Optional<Instant> claimBy, Optional<Admission> admission, Instant now) {

    /** The lobby is drawn, and the store was not told the place that became of the index. */
    boolean isDrawnUnknowingly() {
        return lobbyIndex.isPresent() && switch (phase) {
            case OPEN, HELD, DRAINING, CLOSED -> true;
            case SCHEDULED, LOBBY, DRAWING -> false;
        };
    }
}
