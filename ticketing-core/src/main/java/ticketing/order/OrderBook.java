package ticketing.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.secret.Digest;

/** Writes orders down, with the buyer's share and the payment that belong to them, inside a use case's transaction. */
@ApplicationScoped
class OrderBook {

    private final OrderStore orders;
    private final BuyerShareStore shares;
    private final PaymentStore payments;
    private final OrderSecrets secrets;
    private final OrderConfig config;

    OrderBook(OrderStore orders, BuyerShareStore shares, PaymentStore payments, OrderSecrets secrets,
            OrderConfig config) {
        this.orders = orders;
        this.shares = shares;
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
    Optional<OrderOutcome> claimShare(String eventId, TicketOrder.Buyer buyer, int seats) {
        var email = secrets.emailDigest(buyer.email());
        if (shares.claim(eventId, email, seats)) {
            return Optional.empty();
        }
        return Optional.of(shares.left(eventId, email)
                .<OrderOutcome>map(OrderOutcome.OverLimit::new)
                .orElseGet(OrderOutcome.NotOnSale::new));
    }

    void returnShare(String eventId, TicketOrder.Buyer buyer, int seats) {
        shares.giveBack(eventId, secrets.emailDigest(buyer.email()), seats);
    }

    void insert(TicketOrder.Facts order, List<OrderLine> lines, Instant seatsWaitUntil, String idempotencyKey) {
        orders.insert(order, lines, new OrderStore.Keys(Digest.of(secrets.secretOf(order.code())),
                secrets.emailDigest(order.buyer().email()), idempotencyKey));
        payments.start(order, seatsWaitUntil, config.firstQuestionAfter());
    }
}
