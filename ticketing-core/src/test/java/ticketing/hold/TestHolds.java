package ticketing.hold;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.admission.Shopper;

/** Holds for tests of what comes after them. */
@ApplicationScoped
public class TestHolds {

    private final HoldSeats holdSeats;
    private final SweepHolds sweepHolds;

    TestHolds(HoldSeats holdSeats, SweepHolds sweepHolds) {
        this.holdSeats = holdSeats;
        this.sweepHolds = sweepHolds;
    }

    /** The hold's id; a refusal is a mistake of the test. */
    public UUID place(String event, Shopper shopper, String... seats) {
        return switch (holdSeats.hold(event, new SeatWish.Chosen(List.of(seats)), shopper)) {
            case HoldOutcome.Held held -> held.hold().claim().id();
            case HoldOutcome refusal -> throw new AssertionError(refusal);
        };
    }

    /** Whether the seats could be held. */
    public boolean tryPlace(String event, Shopper shopper, String... seats) {
        return holdSeats.hold(event, new SeatWish.Chosen(List.of(seats)), shopper) instanceof HoldOutcome.Held;
    }

    public boolean sweep() {
        sweepHolds.sweep();
        return true;
    }
}
