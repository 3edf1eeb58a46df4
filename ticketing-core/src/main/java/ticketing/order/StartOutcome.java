package ticketing.order;

import java.time.Instant;

/** What became of the first half of an order: everything but the payment. */
sealed interface StartOutcome {

    /** The order stands and waits for its payment; the seats wait until then. */
    record Started(TicketOrder.Pending order, Instant seatsWaitUntil) implements StartOutcome {}

    /** The same request was answered before, with this order. */
    record Repeated(TicketOrder order) implements StartOutcome {}

    record Refused(OrderOutcome outcome) implements StartOutcome {}
}
