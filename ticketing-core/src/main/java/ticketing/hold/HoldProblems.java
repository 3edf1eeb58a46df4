package ticketing.hold;

import java.time.Duration;
import java.util.UUID;

import contract.problem.Problem;
import ticketing.admission.AdmissionProblems;

/** Why seats are not held, in the contract's words. */
final class HoldProblems {

    private HoldProblems() {}

    static Problem malformed() {
        return Problem.of(400, "malformed", "The request is malformed",
                "Send seats, or a category with a quantity, or an area with a quantity.");
    }

    static Problem noHold() {
        return Problem.of(404, "not-found", "There is no such hold",
                "It may have been another session's. Pick your seats again.");
    }

    static Problem used() {
        return Problem.of(409, "hold-used", "These seats are ordered already",
                "Look at the order; a hold becomes one order.");
    }

    static Problem expired() {
        return Problem.of(410, "hold-expired", "Your time to buy these seats is over",
                "They are on sale again. Pick seats and try once more.");
    }

    static Problem extendedBefore() {
        return Problem.of(409, "already-extended", "There is no more time to give",
                "A hold is extended once. Buy your seats before the time is over.");
    }

    static Problem of(HoldOutcome outcome) {
        return switch (outcome) {
            case HoldOutcome.Held held -> throw new IllegalArgumentException("a hold is no problem");
            case HoldOutcome.NotAllowed refused -> AdmissionProblems.of(refused.why());
            case HoldOutcome.NotAdmitted none -> AdmissionProblems.admissionRequired();
            case HoldOutcome.SeatsTaken taken -> Problem.of(409, "seats-taken", "Some seats are no longer free",
                    "Somebody was faster. Pick others.").with("seats", taken.seats());
            case HoldOutcome.SoldOut soldOut -> Problem.of(409, "sold-out", "There are not that many free seats",
                    "Take fewer, another category, or seats that are not side by side.");
            case HoldOutcome.HoldExists exists -> exists(exists.hold());
            case HoldOutcome.OverLimit over -> Problem.of(422, "over-limit", "That is too many seats",
                    "You may take %d now.".formatted(over.seatsAllowed())).with("seatsAllowed", over.seatsAllowed());
            case HoldOutcome.NotOnSale not -> Problem.of(422, "not-on-sale", "The event is not on sale",
                    "Its page says when it is.");
            case HoldOutcome.DuplicateSeats twice -> Problem.of(422, "duplicate-seat", "A seat is named twice",
                    "Name every seat once.").with("seats", twice.seats());
            case HoldOutcome.UnknownSeats unknown -> Problem.of(422, "unknown-seat", "The event has no such seat",
                    "Take seats from the event's plan.").with("seats", unknown.seats());
            case HoldOutcome.UnknownCategory unknown -> Problem.of(422, "unknown-category",
                    "The event has no such category", "Take one from the event's list.");
            case HoldOutcome.UnknownArea unknown -> Problem.of(422, "unknown-area",
                    "The event sells no places in such an area",
                    "Take an area from the event's plan that has a capacity, or seats.");
            case HoldOutcome.TooBusy busy -> Problem.of(503, "busy", "Very busy right now",
                    "Free seats were there, but others were faster. Try again in a second.")
                    .retryAfter(Duration.ofSeconds(1));
        };
    }

    private static Problem exists(UUID hold) {
        return Problem.of(409, "hold-exists", "You are holding seats already",
                "Buy them or give them back first.").with("hold", hold);
    }
}
