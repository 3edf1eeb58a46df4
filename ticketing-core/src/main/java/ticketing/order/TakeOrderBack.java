package ticketing.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes an order back for reasons of others. */
@ApplicationScoped
public class TakeOrderBack {

    private final OrderStore orders;
    private final OrderEffects effects;

    TakeOrderBack(OrderStore orders, OrderEffects effects) {
        this.orders = orders;
        this.effects = effects;
    }

    /** Because its event was cancelled; false when there was nothing to take back. */
    @Transactional
    public boolean becauseOfItsEvent(String code) {
        return orders.find(code).map(found -> switch (effects.lock(found).order()) {
            case TicketOrder.Paid paid -> {
                effects.cancel(paid, VoidReason.EVENT_CANCELLED);
                yield true;
            }
            case TicketOrder.Pending pending -> false;
            case TicketOrder.Declined declined -> false;
            case TicketOrder.Cancelled cancelled -> false;
            case TicketOrder.Refunded refunded -> false;
        }).orElse(false);
    }
}
