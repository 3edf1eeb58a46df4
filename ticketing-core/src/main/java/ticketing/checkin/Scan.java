package ticketing.checkin;

import java.time.Instant;
import java.util.UUID;

/**
 * One reading of a ticket's code.
 *
 * @param nonce the scanner's own name for it, so that a reading sent again, perhaps hours later, counts once
 * @param at    when it was read, on the scanner's clock
 */
record Scan(UUID ticket, String event, Direction direction, String gate, String nonce, Instant at) {}
