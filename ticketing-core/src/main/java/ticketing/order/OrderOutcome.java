package ticketing.order;

import ticketing.admission.SessionAccess;

/** What became of the wish to buy what is held. */
sealed interface OrderOutcome {

    record Placed(TicketOrder order, String secret) implements OrderOutcome {}

    record NotAllowed(SessionAccess.Refusal why) implements OrderOutcome {}

    /** Not the session's hold, or given back. */
    record NoHold() implements OrderOutcome {}

    record HoldExpired() implements OrderOutcome {}

    record HoldUsed() implements OrderOutcome {}

    /** The buyer's orders for the event would have too many seats. */
    record OverLimit(int seatsAllowed) implements OrderOutcome {}

    /** The event was cancelled, or the session has no order left. */
    record NotOnSale() implements OrderOutcome {}

    record PaymentDeclined() implements OrderOutcome {}

    record UnknownMethod() implements OrderOutcome {}

    record UnknownToken() implements OrderOutcome {}
}
