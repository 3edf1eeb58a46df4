package ticketing.hold;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import ticketing.terms.Bill;
import ticketing.terms.Fees;

/**
 * One session's claim on a set of seats, from the moment they are locked until they are bought or given back.
 *
 * <pre>
 *   Active ◀──declined── Ordered ──settle──▶ Purchased
 *     │  ╲                  ▲  ╲
 *     │   ╲─────order───────╯   ╲──declined too late, or paid when the seats were gone──▶ Expired
 *     ├──────release──────▶ Released     the fan gave the seats back
 *     └──────expire───────▶ Expired      the deadline came first
 * </pre>
 *
 * An active hold past its deadline has expired, whether or not anybody has written it down yet (T2): the store reads it
 * as {@link Expired}. The database repeats the rules as CHECK constraints, because rows outlive the code that wrote
 * them.
 */
public sealed interface SeatHold {

    Claim claim();

    /** What every hold has: whose seats, at which event, until when, and the fees that were promised with them. */
    record Claim(UUID id, UUID sessionId, String eventId, String currency, List<HeldSeat> seats, Fees fees,
            Instant expiresAt) {

        Claim until(Instant deadline) {
            return new Claim(id, sessionId, eventId, currency, seats, fees, deadline);
        }

        /** In the order of the seats. */
        public List<String> seatIds() {
            return seats.stream().map(HeldSeat::id).toList();
        }

        /** What the seats cost, fees included, without a discount. */
        public Bill bill() {
            return new Bill(seats.stream().mapToInt(HeldSeat::amount).sum(), 0,
                    seats.stream().mapToInt(seat -> fees.of(seat.amount())).sum(), fees.taxBasisPoints());
        }
    }

    /** The seats are the session's until the deadline. */
    record Active(Claim claim, boolean extendable) implements SeatHold {}

    /** An order is being paid for. */
    record Ordered(Claim claim) implements SeatHold {}

    /** The seats are sold to the session. */
    record Purchased(Claim claim) implements SeatHold {}

    /** Given back before the deadline. */
    record Released(Claim claim) implements SeatHold {}

    /** The deadline came first. */
    record Expired(Claim claim) implements SeatHold {}
}
