package ticketing.order;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.secret.Digest;

/** Takes an order back for whoever has its secret, before the event begins. */
@ApplicationScoped
class CancelOrder {

    private final OrderStore orders;
    private final OrderEffects effects;

    CancelOrder(OrderStore orders, OrderEffects effects) {
        this.orders = orders;
        this.effects = effects;
    }

    @Transactional
    Optional<CancelOutcome> cancel(String code, String secret) {
        return orders.find(code, Digest.of(secret)).map(found -> switch (effects.lock(found).order()) {
            case TicketOrder.Paid paid -> cancel(paid);
            case TicketOrder.Pending pending -> new CancelOutcome.NotPaidYet();
            case TicketOrder.Declined declined -> new CancelOutcome.Done(declined);
            case TicketOrder.Cancelled cancelled -> new CancelOutcome.Done(cancelled);
            case TicketOrder.Refunded refunded -> new CancelOutcome.Done(refunded);
        });
    }

    private CancelOutcome cancel(TicketOrder.Paid order) {
        return orders.eventMoment(order.facts().eventId()).begun()
                ? new CancelOutcome.EventHasBegun()
                : new CancelOutcome.Done(effects.cancel(order, VoidReason.CANCELLED));
    }

    /** What became of the wish to take an order back. */
    sealed interface CancelOutcome {

        /** It is taken back, or there was nothing to take back. */
        record Done(TicketOrder order) implements CancelOutcome {}

        record NotPaidYet() implements CancelOutcome {}

        record EventHasBegun() implements CancelOutcome {}
    }
}
