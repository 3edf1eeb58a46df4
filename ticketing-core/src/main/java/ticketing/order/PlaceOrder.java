package ticketing.order;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import ticketing.payment.PaymentProvider;
import ticketing.payment.PaymentProvider.Charge;
import ticketing.payment.PaymentProviders;

/**
 * Buys what is held: one transaction that starts the order, the charge outside any transaction, and one that settles
 * it. A crash in between loses nothing: the follow-up asks the provider how the payment stands (T3).
 */
@ApplicationScoped
class PlaceOrder {

    private static final Logger LOG = Logger.getLogger(PlaceOrder.class);

    private final StartOrder startOrder;
    private final SettleOrder settleOrder;
    private final PaymentProviders providers;
    private final OrderSecrets secrets;
    private final NotePayment notePayment;

    PlaceOrder(StartOrder startOrder, SettleOrder settleOrder, PaymentProviders providers, OrderSecrets secrets,
            NotePayment notePayment) {
        this.startOrder = startOrder;
        this.settleOrder = settleOrder;
        this.providers = providers;
        this.secrets = secrets;
        this.notePayment = notePayment;
    }

    OrderOutcome place(OrderRequest request, UUID sessionId) {
        var provider = providers.findOffered(request.paymentMethod());
        if (provider.isEmpty()) {
            return new OrderOutcome.UnknownMethod();
        }
        return switch (startOrder.start(request, sessionId)) {
            case StartOutcome.Refused refused -> refused.outcome();
            case StartOutcome.Repeated repeated -> placed(repeated.order());
            case StartOutcome.Started started -> pay(started, request.paymentToken(), provider.get());
        };
    }

    private OrderOutcome pay(StartOutcome.Started started, String token, PaymentProvider provider) {
        var facts = started.order().facts();
        try {
            var charged = provider.charge(new Charge(facts.paymentId(), token, facts.amount(), facts.currency(),
                    started.seatsWaitUntil()));
            charged.fingerprint().ifPresent(card -> notePayment.note(facts, card));
            return switch (charged.outcome()) {
                case PENDING -> placed(started.order(), charged.clientSecret());
                case PAID -> placed(settleOrder.settle(facts.paymentId(), true));
                case DECLINED -> declined(settleOrder.settle(facts.paymentId(), false));
                case UNKNOWN_TOKEN -> {
                    settleOrder.settle(facts.paymentId(), false);
                    yield new OrderOutcome.UnknownToken();
                }
            };
        } catch (RuntimeException e) {
            // What the provider did is not known: the order stays pending, and the follow-up asks.
            LOG.warnf("charge without an answer payment=%s cause=%s", facts.paymentId(), e.getClass().getSimpleName());
            return placed(started.order());
        }
    }

    /** A notice may have said otherwise before the answer came; then the order is what it is. */
    private OrderOutcome declined(TicketOrder order) {
        return order instanceof TicketOrder.Declined ? new OrderOutcome.PaymentDeclined() : placed(order);
    }

    private OrderOutcome placed(TicketOrder order) {
        return placed(order, Optional.empty());
    }

    private OrderOutcome placed(TicketOrder order, Optional<String> clientSecret) {
        return new OrderOutcome.Placed(order, secrets.secretOf(order.facts().code()), clientSecret);
    }
}
