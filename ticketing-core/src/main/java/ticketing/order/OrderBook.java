package ticketing.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.buyer.LinkedBuyers;
import ticketing.secret.Digest;

/** Writes orders down, with the buyer's share and the payment that belong to them, inside a use case's transaction. */
@ApplicationScoped
class OrderBook {

    private final OrderStore orders;
    private final BuyerLimit limit;
    private final PaymentStore payments;
    private final OrderSecrets secrets;
    private final OrderConfig config;

    OrderBook(OrderStore orders, BuyerLimit limit, PaymentStore payments, OrderSecrets secrets,
            OrderConfig config) {
        this.orders = orders;
        this.limit = limit;
        this.payments = payments;
        this.secrets = secrets;
        this.config = config;
    }

    String nextCode() {
        return secrets.nextCode();
    }

    Optional<TicketOrder> findRepeated(UUID holdId, String idempotencyKey) {
        return orders.findRepeated(holdId, idempotencyKey);
    }

    /** Claims the buyer's share of the event; why not, if not. */
    Optional<OrderOutcome> claimShare(String eventId, LinkedBuyers.Who buyer, int seats) {
        return limit.claim(eventId, buyer, seats);
    }

    void returnShare(String eventId, TicketOrder.Buyer buyer, int seats) {
        limit.giveBack(eventId, buyer, seats);
    }

    /** @param deviceKey of the browser that orders */
    void insert(TicketOrder.Facts order, List<OrderLine> lines, Instant seatsWaitUntil, String idempotencyKey,
            Optional<String> deviceKey) {
        orders.insert(order, lines, new OrderStore.Keys(Digest.of(secrets.secretOf(order.code())),
                secrets.emailDigest(order.buyer().email()), idempotencyKey));
        limit.note(order, deviceKey);
        payments.start(order, seatsWaitUntil, config.firstQuestionAfter());
    }
}
