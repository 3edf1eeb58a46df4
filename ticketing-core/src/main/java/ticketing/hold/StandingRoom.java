package ticketing.hold;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.hold.SeatPicker.Pick;

/**
 * Finds places in an area in which people stand. One place is as good as another, so those that others are deciding
 * about are passed over. When too few are left that way, those others may yet give theirs back: they are waited for,
 * in order, before anybody is told that the area is full.
 */
@ApplicationScoped
class StandingRoom {

    private final StandingStore places;
    private final SeatStore seats;
    private final SavepointStore savepoints;

    StandingRoom(StandingStore places, SeatStore seats, SavepointStore savepoints) {
        this.places = places;
        this.seats = seats;
        this.savepoints = savepoints;
    }

    /** All ways to stand in that category. */
    List<SeatWish> wishes(EventSale sale, String category, int quantity) {
        return places.areasOf(sale, category).stream()
                .<SeatWish>map(area -> new SeatWish.Standing(area, quantity)).toList();
    }

    Pick pick(SeatWish.Standing wish, EventSale sale) {
        var area = places.area(sale, wish.area());
        if (area.isEmpty()) {
            return new Pick.Refused(new HoldOutcome.UnknownArea());
        }
        if (!area.get().onSale()) {
            return new Pick.Refused(new HoldOutcome.NotOnSale());
        }
        savepoints.set();
        var picked = seats.lockFreeIn(sale.eventId(), area.get().id(), wish.quantity());
        if (picked.size() < wish.quantity()) {
            savepoints.rollBack();
            picked = seats.awaitFreeIn(sale.eventId(), area.get().id(), wish.quantity());
        }
        return picked.size() < wish.quantity()
                ? new Pick.Refused(new HoldOutcome.SoldOut())
                : new Pick.Picked(List.copyOf(picked));
    }
}
