package ticketing.hold;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import ticketing.admission.SessionBook;
import ticketing.admission.SessionDoor;
import ticketing.admission.SessionGivenUp;
import ticketing.admission.Shopper;
import ticketing.outbox.Outbox;

/** What a session may do with the hold it has, short of buying. */
@ApplicationScoped
class ManageHold {

    private final SessionDoor door;
    private final SessionBook sessions;
    private final HoldStore holds;
    private final SeatStore seats;
    private final Outbox outbox;

    ManageHold(SessionDoor door, SessionBook sessions, HoldStore holds, SeatStore seats, Outbox outbox) {
        this.door = door;
        this.sessions = sessions;
        this.holds = holds;
        this.seats = seats;
        this.outbox = outbox;
    }

    /** The hold as it is; empty when it is not this session's. */
    @Transactional
    Optional<SeatHold> find(UUID holdId, Shopper shopper) {
        return door.find(shopper).flatMap(session -> holds.find(holdId, session.id()));
    }

    /** The hold this session has at the moment. */
    @Transactional
    Optional<SeatHold> findAlive(Shopper shopper) {
        return door.find(shopper)
                .flatMap(session -> holds.alive(session.id()).flatMap(hold -> holds.find(hold, session.id())));
    }

    /** The hold after giving it back; one that is ordered or bought stays as it is. */
    @Transactional
    Optional<SeatHold> release(UUID holdId, Shopper shopper) {
        return lock(holdId, shopper).map(hold -> switch (hold) {
            case SeatHold.Active active -> release(active);
            case SeatHold.Ordered ordered -> ordered;
            case SeatHold.Purchased purchased -> purchased;
            case SeatHold.Released released -> released;
            case SeatHold.Expired expired -> expired;
        });
    }

    /** More time, once. The deadline never comes nearer by it, and never goes beyond the hard maximum. */
    @Transactional
    Optional<ExtensionOutcome> extend(UUID holdId, Shopper shopper) {
        return lock(holdId, shopper).map(hold -> switch (hold) {
            case SeatHold.Active active -> extend(active);
            case SeatHold.Ordered ordered -> new ExtensionOutcome.NotActive(ordered);
            case SeatHold.Purchased purchased -> new ExtensionOutcome.NotActive(purchased);
            case SeatHold.Released released -> new ExtensionOutcome.NotActive(released);
            case SeatHold.Expired expired -> new ExtensionOutcome.Over();
        });
    }

    /** A session that is given up gives its seats back in the same transaction. */
    void sessionGivenUp(@Observes SessionGivenUp session) {
        holds.alive(session.sessionId()).flatMap(hold -> holds.find(hold, session.sessionId())).ifPresent(hold -> {
            if (hold instanceof SeatHold.Active active) {
                release(active);
            }
        });
    }

    private Optional<SeatHold> lock(UUID holdId, Shopper shopper) {
        return door.find(shopper)
                .map(session -> sessions.lock(session.id()))
                .flatMap(session -> holds.find(holdId, session.id()));
    }

    private SeatHold release(SeatHold.Active hold) {
        var claim = hold.claim();
        seats.freeOf(claim.id());
        holds.release(claim.id());
        outbox.seatsChanged(claim.eventId());
        return new SeatHold.Released(claim);
    }

    private ExtensionOutcome extend(SeatHold.Active hold) {
        if (!hold.extendable()) {
            return new ExtensionOutcome.UsedUp();
        }
        var claim = hold.claim();
        var locked = seats.lock(claim.eventId(), claim.seats().stream().map(HeldSeat::id).toList());
        var still = locked.stream().allMatch(seat -> seat.holdId().filter(claim.id()::equals).isPresent());
        var length = holds.eventSale(claim.eventId()).orElseThrow().holdLength();
        if (!still) {
            return new ExtensionOutcome.Over();
        }
        return holds.extend(claim.id(), length).<ExtensionOutcome>map(until -> {
            seats.moveDeadline(claim.id(), until);
            outbox.seatsChanged(claim.eventId());
            return new ExtensionOutcome.Extended(new SeatHold.Active(claim.until(until), false));
        }).orElseGet(ExtensionOutcome.Over::new);
    }
}
