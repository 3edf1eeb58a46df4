package ticketing.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.admission.SessionBook;
import ticketing.outbox.Outbox;

/**
 * Holds the best free seats for somebody who is not here: in a session of their own, which is handed to them later.
 * Meant for a use case's transaction.
 */
@ApplicationScoped
public class OfferSeats {

    private final HoldStore holds;
    private final BestSeatStore categories;
    private final SeatPicker picker;
    private final SessionBook sessions;
    private final Outbox outbox;

    OfferSeats(HoldStore holds, BestSeatStore categories, SeatPicker picker, SessionBook sessions, Outbox outbox) {
        this.holds = holds;
        this.categories = categories;
        this.picker = picker;
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /** Side by side if that can be had, or places to stand; empty when there are not so many, or others are faster. */
    public Optional<Offer> offer(String eventId, Optional<String> category, int quantity, Duration length) {
        return holds.eventSale(eventId).filter(EventSale::onSale)
                .flatMap(sale -> category.map(List::of).orElseGet(() -> categories.categories(eventId)).stream()
                        .flatMap(id -> picker.wishes(sale, id, quantity))
                        .flatMap(wish -> pick(wish, sale).stream())
                        .findFirst()
                        .map(seats -> place(seats, sale.lasting(length))));
    }

    private Optional<List<HeldSeat>> pick(SeatWish wish, EventSale sale) {
        return switch (picker.pick(wish, sale)) {
            case SeatPicker.Pick.Picked picked -> Optional.of(picked.seats());
            case SeatPicker.Pick.Refused refused -> Optional.empty();
        };
    }

    private Offer place(List<HeldSeat> seats, EventSale sale) {
        var session = sessions.openFor(sale.eventId(), seats.size(), sale.holdLength());
        var id = UUID.randomUUID();
        var until = holds.place(id, session, seats, sale, sale.holdLength()).orElseThrow();
        outbox.seatsChanged(sale.eventId());
        return new Offer(session.id(), id, until);
    }

    /** Seats held in a session until then. */
    public record Offer(UUID session, UUID hold, Instant until) {}
}
