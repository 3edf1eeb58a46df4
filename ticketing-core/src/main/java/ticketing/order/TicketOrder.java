package ticketing.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A buyer's order of the seats of one hold.
 *
 * <pre>
 *   Pending ──paid, seats still there──▶ Paid ──cancel──▶ Cancelled   (the money goes back)
 *     ├───────paid, seats gone─────────▶ Refunded
 *     └───────declined─────────────────▶ Declined ──paid after all──▶ Refunded
 * </pre>
 *
 * Whatever notices come, in whatever order and number, a payment that was taken ends in Paid or goes back (T3).
 */
public sealed interface TicketOrder {

    /** The letter that brings the tickets. */
    String CONFIRMATION_MAIL = "order-confirmation";

    Facts facts();

    /** What every order has. */
    record Facts(String code, UUID sessionId, UUID holdId, String eventId, Buyer buyer, int seats, int amount,
            String currency, UUID paymentId, String paymentMethod, Instant createdAt) {}

    /** Who ordered; kept out of logs (E2). */
    record Buyer(String name, String email) {}

    /** The provider has not said yet whether it was paid. */
    record Pending(Facts facts) implements TicketOrder {}

    /** Paid, and its tickets stand. */
    record Paid(Facts facts, List<Ticket> tickets) implements TicketOrder {

        public Paid {
            tickets = List.copyOf(tickets);
        }
    }

    /** Not paid; the hold stayed as it was. */
    record Declined(Facts facts) implements TicketOrder {}

    /** Taken back after it was paid; its tickets are void. */
    record Cancelled(Facts facts, List<Ticket> tickets) implements TicketOrder {

        public Cancelled {
            tickets = List.copyOf(tickets);
        }
    }

    /** Paid when the seats were gone; the money goes back. */
    record Refunded(Facts facts) implements TicketOrder {}
}
