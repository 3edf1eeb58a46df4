package ticketing.hold;

import java.util.HashSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.outbox.Outbox;

/** Writes down what time has decided already: seats whose deadline has passed are free, holds have expired (T2). */
@ApplicationScoped
class SweepHolds {

    private final SeatStore seats;
    private final Outbox outbox;
    private final HoldConfig config;

    SweepHolds(SeatStore seats, Outbox outbox, HoldConfig config) {
        this.seats = seats;
        this.outbox = outbox;
        this.config = config;
    }

    @Transactional
    void sweep() {
        seats.sweepHolds(config.sweepBatch());
        new HashSet<>(seats.sweepSeats(config.sweepBatch())).forEach(outbox::seatsChanged);
    }
}
