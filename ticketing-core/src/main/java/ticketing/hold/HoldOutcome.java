package ticketing.hold;

import java.util.List;
import java.util.UUID;

import ticketing.admission.SessionAccess;

/** What became of a request to hold seats. A refusal is an answer, not an exception. */
sealed interface HoldOutcome {

    record Held(SeatHold.Active hold) implements HoldOutcome {}

    /** The request may not act for the session it names. */
    record NotAllowed(SessionAccess.Refusal why) implements HoldOutcome {}

    /** The session is over, or is for another event. */
    record NotAdmitted() implements HoldOutcome {}

    record SeatsTaken(List<String> seats) implements HoldOutcome {}

    /** No such number of seats is free in the category, as asked. */
    record SoldOut() implements HoldOutcome {}

    /** The session has a live hold already. */
    record HoldExists(UUID hold) implements HoldOutcome {}

    record OverLimit(int seatsAllowed) implements HoldOutcome {}

    record NotOnSale() implements HoldOutcome {}

    record DuplicateSeats(List<String> seats) implements HoldOutcome {}

    record UnknownSeats(List<String> seats) implements HoldOutcome {}

    record UnknownCategory() implements HoldOutcome {}

    record UnknownArea() implements HoldOutcome {}

    /** Free seats were seen, but others were faster every time. */
    record TooBusy() implements HoldOutcome {}
}
