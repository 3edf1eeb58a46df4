package ticketing.hold;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

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
        var category = proposals.category(sale.eventId(), wish.category());
        if (category.isEmpty()) {
            return new Pick.Refused(new HoldOutcome.UnknownCategory());
        }
        for (int attempt = 1; attempt <= config.bestSeatAttempts(); attempt++) {
            var proposed = propose(wish, sale, category.getFirst());
            if (proposed.isEmpty()) {
                return new Pick.Refused(new HoldOutcome.SoldOut());
            }
            var last = attempt == config.bestSeatAttempts();
            var picked = take(choose(proposed, attempt), sale, last);
            if (picked.isPresent()) {
                return picked.get();
            }
        }
        return new Pick.Refused(new HoldOutcome.TooBusy());
    }

    private List<List<String>> propose(SeatWish.Best wish, EventSale sale, String category) {
        if (wish.together() && wish.quantity() > 1) {
            return proposals.together(sale, category, wish.quantity());
        }
        var anywhere = proposals.scattered(sale, category, wish.quantity() + 15);
        if (anywhere.size() < wish.quantity()) {
            return List.of();
        }
        return IntStream.rangeClosed(0, anywhere.size() - wish.quantity())
                .mapToObj(first -> anywhere.subList(first, first + wish.quantity()))
                .toList();
    }

    private static List<String> choose(List<List<String>> proposed, int attempt) {
        return proposed.get(ThreadLocalRandom.current().nextInt(Math.min(proposed.size(), 1 << (attempt - 1))));
    }

    private Optional<Pick> take(List<String> wanted, EventSale sale, boolean last) {
        savepoints.set();
        var locked = last ? seats.lock(sale.eventId(), wanted) : seats.lockSkipping(sale.eventId(), wanted);
        if (locked.size() == wanted.size() && locked.stream().allMatch(SeatStore.LockedSeat::free)) {
            return Optional.of(new Pick.Picked(locked.stream().map(SeatStore.LockedSeat::seat).toList()));
        }
        savepoints.rollBack();
        return Optional.empty();
    }
}
