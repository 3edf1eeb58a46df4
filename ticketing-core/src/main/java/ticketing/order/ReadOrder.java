package ticketing.order;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.secret.Digest;

/** Reads an order with all that its page, its papers and its mail show. */
@ApplicationScoped
public class ReadOrder {

    private final OrderStore orders;
    private final OrderEventStore events;
    private final PaymentStore payments;
    private final OrderSecrets secrets;

    ReadOrder(OrderStore orders, OrderEventStore events, PaymentStore payments, OrderSecrets secrets) {
        this.orders = orders;
        this.events = events;
        this.payments = payments;
        this.secrets = secrets;
    }

    /** The order, if that is the secret that opens it. */
    @Transactional
    public Optional<OrderDetails> read(String code, String secret) {
        return orders.find(code, Digest.of(secret)).map(this::withDetails);
    }

    /** The order of a ticket, if that is the secret that opens it. */
    @Transactional
    public Optional<OrderDetails> readByTicket(UUID ticketId, String secret) {
        return orders.codeOfTicket(ticketId).flatMap(code -> read(code, secret));
    }

    /** The order of a ticket, for a letter to the ticket's holder. */
    @Transactional
    public Optional<OrderDetails> readByTicket(UUID ticketId) {
        return orders.codeOfTicket(ticketId).flatMap(this::read);
    }

    /** The order for a letter to its buyer. */
    @Transactional
    public Optional<OrderDetails> read(String code) {
        return orders.find(code).map(this::withDetails);
    }

    private OrderDetails withDetails(TicketOrder order) {
        var facts = order.facts();
        return new OrderDetails(order, events.find(facts.eventId()), payments.standing(facts.paymentId()),
                secrets.secretOf(facts.code()));
    }
}
