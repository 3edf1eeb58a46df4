package ticketing.hold;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.admission.SessionAccess;
import ticketing.admission.SessionDoor;
import ticketing.admission.Shopper;
import ticketing.admission.ShoppingSession;
import ticketing.outbox.Outbox;

/**
 * Holds seats for a session: T1, T2, T5 and T6 meet here. Four statements on the way to success: the session with its
 * proof, the event, the seats, the hold. What is only wanted to explain a refusal is asked when there is one.
 */
@ApplicationScoped
class HoldSeats {

    private final SessionDoor door;
    private final HoldStore holds;
    private final SeatPicker picker;
    private final Outbox outbox;
    private final HoldConfig config;

    HoldSeats(SessionDoor door, HoldStore holds, SeatPicker picker, Outbox outbox, HoldConfig config) {
        this.door = door;
        this.holds = holds;
        this.picker = picker;
        this.outbox = outbox;
        this.config = config;
    }

    @Transactional
    HoldOutcome hold(String eventId, SeatWish wish, Shopper shopper) {
        return switch (door.enter(shopper)) {
            case SessionAccess.Refusal refusal -> new HoldOutcome.NotAllowed(refusal);
            case SessionAccess.Granted granted -> hold(eventId, wish, granted.session());
        };
    }

    /** @param sessionId the session that asks, its proof checked before */
    @Transactional
    HoldOutcome hold(String eventId, SeatWish wish, UUID sessionId) {
        return hold(eventId, wish, door.enterAgain(sessionId));
    }

    private HoldOutcome hold(String eventId, SeatWish wish, ShoppingSession session) {
        var sale = holds.eventSale(eventId);
        if (sale.isEmpty() || !session.open() || !session.eventId().equals(eventId)) {
            return new HoldOutcome.NotAdmitted();
        }
        return refusal(wish, session, sale.get()).orElseGet(() -> pick(wish, session, sale.get()));
    }

    private static Optional<HoldOutcome> refusal(SeatWish wish, ShoppingSession session, EventSale sale) {
        if (wish instanceof SeatWish.Chosen chosen) {
            var seen = new HashSet<String>();
            var twice = chosen.seats().stream().filter(seat -> !seen.add(seat)).distinct().toList();
            if (!twice.isEmpty()) {
                return Optional.of(new HoldOutcome.DuplicateSeats(twice));
            }
        }
        if (!sale.onSale()) {
            return Optional.of(new HoldOutcome.NotOnSale());
        }
        var allowed = session.ordersLeft() == 0 ? 0 : Math.min(session.seatsLeft(), sale.seatsPerOrder());
        return wish.quantity() > allowed ? Optional.of(new HoldOutcome.OverLimit(allowed)) : Optional.empty();
    }

    private HoldOutcome pick(SeatWish wish, ShoppingSession session, EventSale sale) {
        return switch (picker.pick(wish, sale)) {
            case SeatPicker.Pick.Refused refused -> existing(session).orElseGet(refused::outcome);
            case SeatPicker.Pick.Picked picked -> kept(wish, picked.seats(), sale)
                    .orElseGet(() -> place(picked.seats(), session, sale));
        };
    }

    private Optional<HoldOutcome> existing(ShoppingSession session) {
        return holds.alive(session.id()).map(HoldOutcome.HoldExists::new);
    }

    /** What has come back after a sell-out is for those who waited for it, until none of them wants it. */
    private static Optional<HoldOutcome> kept(SeatWish wish, List<HeldSeat> seats, EventSale sale) {
        var kept = seats.stream().filter(seat -> sale.isKept(seat.categoryId())).map(HeldSeat::id).toList();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(wish instanceof SeatWish.Chosen
                ? new HoldOutcome.SeatsTaken(kept)
                : new HoldOutcome.SoldOut());
    }

    private HoldOutcome place(List<HeldSeat> seats, ShoppingSession session, EventSale sale) {
        var id = UUID.randomUUID();
        var most = sale.holdLength().multipliedBy(config.mostLengths());
        var expiresAt = holds.place(id, session, seats, sale, most);
        if (expiresAt.isEmpty()) {
            var existing = existing(session);
            if (existing.isPresent()) {
                return existing.get();
            }
            // The session's last hold has run out and nobody wrote it down yet.
            holds.expireOf(session.id());
            expiresAt = holds.place(id, session, seats, sale, most);
        }
        outbox.seatsChanged(sale.eventId());
        return new HoldOutcome.Held(new SeatHold.Active(new SeatHold.Claim(id, session.id(), sale.eventId(),
                sale.currency(), seats, sale.fees(), expiresAt.orElseThrow()), config.mostLengths() > 1));
    }
}
