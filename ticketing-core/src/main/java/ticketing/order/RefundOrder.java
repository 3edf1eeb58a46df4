package ticketing.order;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;

/** Gives a buyer the money back in the organizer's name: tickets are void, seats on sale again, the trail says who. */
@ApplicationScoped
class RefundOrder {

    private final OrderStore orders;
    private final OrderEffects effects;
    private final AuditTrail audit;

    RefundOrder(OrderStore orders, OrderEffects effects, AuditTrail audit) {
        this.orders = orders;
        this.effects = effects;
        this.audit = audit;
    }

    /** Whose event the order is for; empty when there is no such order. */
    @Transactional
    Optional<String> organizationOf(String code) {
        return orders.organizationOf(code);
    }

    /** The order afterwards; false when it is not paid yet, so that there is nothing to give back. */
    @Transactional
    boolean refund(String code, UUID staff) {
        var found = orders.find(code).orElseThrow();
        return switch (effects.lock(found).order()) {
            case TicketOrder.Paid paid -> {
                effects.cancel(paid);
                audit.record(staff, orders.organizationOf(code), "order.refunded", code, Map.of());
                yield true;
            }
            case TicketOrder.Pending pending -> false;
            case TicketOrder.Declined declined -> false;
            case TicketOrder.Cancelled cancelled -> true;
            case TicketOrder.Refunded refunded -> true;
        };
    }
}
