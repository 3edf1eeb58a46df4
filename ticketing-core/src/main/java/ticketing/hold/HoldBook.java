package ticketing.hold;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.outbox.Outbox;

/**
 * What orders do to a hold and its seats, inside their own transactions. The session, and after it the buyer's share,
 * are locked before (T6).
 */
@ApplicationScoped
public class HoldBook {

    private final HoldStore holds;
    private final SeatStore seats;
    private final Outbox outbox;
    private final HoldConfig config;

    HoldBook(HoldStore holds, SeatStore seats, Outbox outbox, HoldConfig config) {
        this.holds = holds;
        this.seats = seats;
        this.outbox = outbox;
        this.config = config;
    }

    /** The session's hold of that id; nobody else's. */
    public Optional<SeatHold> find(UUID holdId, UUID sessionId) {
        return holds.find(holdId, sessionId);
    }

    /**
     * Begins an order: from now on the seats wait for the payment, a little beyond the deadline if need be. Empty when
     * the deadline came first; it is judged after the seats are locked.
     *
     * @return until when the seats wait
     */
    public Optional<Instant> order(SeatHold.Active hold) {
        return holds.order(hold.claim(), config.paymentGrace());
    }

    /** The payment was declined: the hold is as it was before the order, and over if its deadline has passed. */
    public void reopen(SeatHold.Ordered hold) {
        var claim = hold.claim();
        seats.lock(claim.eventId(), claim.seatIds());
        if (holds.reopen(claim.id())) {
            seats.moveDeadline(claim.id(), claim.expiresAt());
        } else {
            seats.freeOf(claim.id());
            holds.expire(claim.id());
        }
        outbox.seatsChanged(claim.eventId());
    }

    /**
     * Sells the seats of a paid order: those it still has and those nobody else has taken since the deadline. False,
     * and nothing sold, when only one of them is gone (T3: the order is refunded then).
     */
    public boolean sell(SeatHold.Ordered hold) {
        var sold = holds.sell(hold.claim());
        if (sold) {
            outbox.seatsChanged(hold.claim().eventId());
        } else {
            giveUp(hold);
        }
        return sold;
    }

    /** The order came to nothing and cannot be tried again. */
    public void giveUp(SeatHold.Ordered hold) {
        seats.freeOf(hold.claim().id());
        holds.expire(hold.claim().id());
        outbox.seatsChanged(hold.claim().eventId());
    }

    /** Sold seats are on sale again. */
    public void returnSeats(String eventId, List<String> seatIds) {
        seats.lock(eventId, seatIds);
        seats.freeSold(eventId, seatIds);
        outbox.seatsChanged(eventId);
    }
}
