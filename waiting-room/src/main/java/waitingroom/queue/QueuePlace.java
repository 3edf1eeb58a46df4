package waitingroom.queue;

import java.time.Instant;
import java.util.Optional;

import waitingroom.release.Release.Phase;

/**
 * A visitor's place and how it stands.
 *
 * @param ahead   how many stand before who are not in yet; rather one too many than one too few
 * @param claimBy until when a call stands; empty unless called
 * @param now     the store's time at which all this was so
 */
public record QueuePlace(Phase phase, long place, PlaceState state, long ahead, Optional<Instant> claimBy,
        Optional<Admission> admission, Instant now) {}
