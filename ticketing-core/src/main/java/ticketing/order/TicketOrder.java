package ticketing.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import ticketing.terms.Bill;

/**
 * A buyer's order of the seats of one hold.
 *
 * <pre>
 *   Pending ──paid, seats still there──▶ Paid ──last ticket taken back──▶ Cancelled   (the money goes back)
 *     ├───────paid, seats gone─────────▶ Refunded
 *     └───────declined─────────────────▶ Declined ──paid after all──▶ Refunded
 * </pre>
 *
 * Whatever notices come, in whatever order and number, a payment that was taken ends in Paid or goes back (T3).
 */
public sealed interface TicketOrder {

    /** The letter that brings the tickets. */
    String CONFIRMATION_MAIL = "order-confirmation";

    /** The letter that brings one ticket to its new holder. */
    String HOLDER_MAIL = "ticket-holder";

    Facts facts();

    /** What every order has. */
    record Facts(String code, UUID sessionId, UUID holdId, String eventId, Buyer buyer, int seats, Bill bill,
            Optional<String> promoCode, String currency, UUID paymentId, String paymentMethod, Instant createdAt) {

        /** What is paid. */
        public int amount() {
            return bill.total();
        }
    }

    /** Who ordered; kept out of logs (E2). */
    record Buyer(String name, String email) {}

    /** The provider has not said yet whether it was paid. */
    record Pending(Facts facts) implements TicketOrder {}

    /** Paid, and its tickets stand. */
    record Paid(Facts facts, List<Ticket> tickets) implements TicketOrder {

        public Paid {
            tickets = List.copyOf(tickets);
        }

        /** Some may have been taken back, or replaced. */
        List<Ticket> validTickets() {
            return tickets.stream().filter(Ticket::valid).toList();
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
