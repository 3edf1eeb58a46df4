package ticketing.hold;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.hold.SeatStore.LockedSeat;
import ticketing.outbox.Outbox;

/** Takes seats off the sale in the organizer's name, for the mixing desk or for guests: all that are named, or none. */
@ApplicationScoped
class BlockSeats {

    private final SeatStore seats;
    private final Outbox outbox;
    private final AuditTrail audit;

    BlockSeats(SeatStore seats, Outbox outbox, AuditTrail audit) {
        this.seats = seats;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** What is asked for, and in whose name. */
    record Wish(String event, String organization, List<String> seats, String reason, UUID staff) {}

    @Transactional
    BlockOutcome block(Wish wish) {
        var locked = seats.lock(wish.event(), wish.seats());
        var taken = locked.stream().filter(seat -> !seat.free() && !seat.blocked()).map(seat -> seat.seat().id())
                .toList();
        var unknown = unknown(wish, locked);
        if (!unknown.isEmpty()) {
            return new BlockOutcome.Unknown(unknown);
        }
        return taken.isEmpty()
                ? changed(wish, "seats.blocked", seats.block(wish.event(), wish.seats()))
                : new BlockOutcome.Taken(taken);
    }

    @Transactional
    BlockOutcome unblock(Wish wish) {
        var unknown = unknown(wish, seats.lock(wish.event(), wish.seats()));
        return unknown.isEmpty()
                ? changed(wish, "seats.unblocked", seats.unblock(wish.event(), wish.seats()))
                : new BlockOutcome.Unknown(unknown);
    }

    private BlockOutcome changed(Wish wish, String action, int count) {
        outbox.seatsChanged(wish.event());
        audit.record(wish.staff(), Optional.of(wish.organization()), action, wish.event(),
                Map.of("seats", wish.seats(), "reason", wish.reason()));
        return new BlockOutcome.Changed(count);
    }

    private static List<String> unknown(Wish wish, List<LockedSeat> locked) {
        var known = locked.stream().map(seat -> seat.seat().id()).collect(Collectors.toSet());
        return wish.seats().stream().filter(seat -> !known.contains(seat)).toList();
    }
}
