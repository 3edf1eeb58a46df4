package ticketing.admission;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A fan's stay in the shop of one event, from the exchange of an admission until it is done, left or over.
 *
 * <pre>
 *   open ──last order paid──▶ done
 *     ├────── leave ────────▶ left
 *     └────── expire ───────▶ over
 * </pre>
 *
 * @param admission    the admission it came from; empty when the event is not gated
 * @param keyThumbprint the key that must prove every request; empty when the session's value alone counts
 * @param ordersLeft   orders that may still be placed; one in payment is already taken off
 * @param seatsLeft    seats that may still be ordered; those in payment are already taken off
 * @param open         not done, not left, and not over at the moment it was read
 */
public record ShoppingSession(UUID id, String eventId, Optional<Admission> admission, Optional<String> keyThumbprint,
        int ordersLeft, int seatsLeft, Instant expiresAt, boolean open) {

    /** The token's id and its release. */
    public record Admission(String jti, String release) {}
}
