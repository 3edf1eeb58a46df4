package ticketing.hold;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.hold.SeatPicker.Pick;

/**
 * Finds the best free seats of a category. A proposal is locked without waiting; when others are deciding about part of
 * it, the locks are given back and the search starts over, a little further off the best place each time, so that a
 * rush does not run after the same row. The last attempt waits in seat order, holding nothing else.
 */
@ApplicationScoped
class BestSeats {

    private final BestSeatStore proposals;
    private final SeatStore seats;
    private final SavepointStore savepoints;
    private final HoldConfig config;

    BestSeats(BestSeatStore proposals, SeatStore seats, SavepointStore savepoints, HoldConfig config) {
        this.proposals = proposals;
        this.seats = seats;
        this.savepoints = savepoints;
        this.config = config;
    }

    Pick pick(SeatWish.Best wish, EventSale sale) {
        for (int attempt = 1; attempt <= config.bestSeatAttempts(); attempt++) {
            var proposed = propose(wish, sale);
            if (proposed.isEmpty()) {
                return new Pick.Refused(proposals.knows(sale, wish.category())
                        ? new HoldOutcome.SoldOut()
                        : new HoldOutcome.UnknownCategory());
            }
            var last = attempt == config.bestSeatAttempts();
            var picked = take(choose(proposed, attempt), sale, last);
            if (picked.isPresent()) {
                return picked.get();
            }
        }
        return new Pick.Refused(new HoldOutcome.TooBusy());
    }

    /** The best rows usually have what is wanted; only when they do not, all that is free is looked at. */
    private List<List<String>> propose(SeatWish.Best wish, EventSale sale) {
        var near = SeatGroups.of(proposals.nextFree(sale, wish.category()), wish);
        return near.isEmpty() ? SeatGroups.of(proposals.allFree(sale, wish.category()), wish) : near;
    }

    private static List<String> choose(List<List<String>> proposed, int attempt) {
        return proposed.get(ThreadLocalRandom.current().nextInt(Math.min(proposed.size(), 1 << (attempt - 1))));
    }

    private Optional<Pick> take(List<String> wanted, EventSale sale, boolean last) {
        savepoints.set();
        var locked = last ? seats.lock(sale.eventId(), wanted) : seats.lockSkipping(sale.eventId(), wanted);
        if (!locked.stream().allMatch(SeatStore.LockedSeat::onSale)) {
            return Optional.of(new Pick.Refused(new HoldOutcome.NotOnSale()));
        }
        if (locked.size() == wanted.size() && locked.stream().allMatch(SeatStore.LockedSeat::free)) {
            return Optional.of(new Pick.Picked(locked.stream().map(SeatStore.LockedSeat::seat).toList()));
        }
        savepoints.rollBack();
        return Optional.empty();
    }
}
