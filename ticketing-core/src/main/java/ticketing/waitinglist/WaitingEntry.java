package ticketing.waitinglist;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A fan's place in the line for a sold-out event.
 *
 * <pre>
 *   Waiting ──seats come back──▶ Offered ──bought──▶ Ended (DONE)
 *     │                             └──time is over, or given back──▶ Ended (LAPSED); the next in line gets the seats
 *     └──────────────leave──────────────▶ Ended (LEFT)
 * </pre>
 */
sealed interface WaitingEntry {

    Wish wish();

    /** What every entry has: so many seats of a category, or of any. */
    record Wish(UUID id, String eventId, long place, Optional<String> category, int quantity) {}

    /** Nothing fitting has come back yet. */
    record Waiting(Wish wish) implements WaitingEntry {}

    /** Seats are held until then, in a session that is handed to whoever has the link. */
    record Offered(Wish wish, UUID session, UUID hold, Instant until) implements WaitingEntry {}

    /** Bought, lapsed or left. */
    record Ended(Wish wish, String how) implements WaitingEntry {}
}
