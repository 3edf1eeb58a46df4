package ticketing.hold;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

/** Finds the seats a wish means and locks them, in seat order; nothing is written yet. */
@ApplicationScoped
class SeatPicker {

    private final SeatStore seats;
    private final BestSeats bestSeats;
    private final StandingRoom standingRoom;

    SeatPicker(SeatStore seats, BestSeats bestSeats, StandingRoom standingRoom) {
        this.seats = seats;
        this.bestSeats = bestSeats;
        this.standingRoom = standingRoom;
    }

    /** All that so many of a category can be, the best first: a row, single seats, places to stand. */
    Stream<SeatWish> wishes(EventSale sale, String category, int quantity) {
        return Stream.concat(
                Stream.of(true, false).map(together -> new SeatWish.Best(category, quantity, together, false)),
                standingRoom.wishes(sale, category, quantity).stream());
    }

    Pick pick(SeatWish wish, EventSale sale) {
        return switch (wish) {
            case SeatWish.Chosen chosen -> pickChosen(chosen.seats(), sale);
            case SeatWish.Best best -> bestSeats.pick(best, sale);
            case SeatWish.Standing standing -> standingRoom.pick(standing, sale);
        };
    }

    private Pick pickChosen(List<String> wanted, EventSale sale) {
        var locked = seats.lock(sale.eventId(), wanted);
        if (locked.size() < wanted.size()) {
            var known = locked.stream().map(seat -> seat.seat().id()).collect(Collectors.toCollection(HashSet::new));
            return new Pick.Refused(new HoldOutcome.UnknownSeats(
                    wanted.stream().filter(seat -> !known.contains(seat)).toList()));
        }
        if (!locked.stream().allMatch(SeatStore.LockedSeat::onSale)) {
            return new Pick.Refused(new HoldOutcome.NotOnSale());
        }
        var taken = locked.stream().filter(seat -> !seat.free()).map(seat -> seat.seat().id()).toList();
        return taken.isEmpty()
                ? new Pick.Picked(locked.stream().map(SeatStore.LockedSeat::seat).toList())
                : new Pick.Refused(new HoldOutcome.SeatsTaken(taken));
    }

    /** Seats under lock, all free; or why there are none. */
    sealed interface Pick {

        record Picked(List<HeldSeat> seats) implements Pick {}

        record Refused(HoldOutcome outcome) implements Pick {}
    }
}
