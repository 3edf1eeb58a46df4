package ticketing.order;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.payment.NoticeReceiver.Notice;

/**
 * The second half of an order: what the provider said takes effect. It may be said as the answer to the charge, as a
 * notice, as the answer to a question, more than once, late, or in another order; the first that counts settles it (T3).
 */
@ApplicationScoped
class SettleOrder {

    private final OrderStore orders;
    private final PaymentStore payments;
    private final OrderEffects effects;

    SettleOrder(OrderStore orders, PaymentStore payments, OrderEffects effects) {
        this.orders = orders;
        this.payments = payments;
        this.effects = effects;
    }

    /** A provider's notice, once however often it comes; empty when it was known or is about nothing of ours. */
    @Transactional
    Optional<TicketOrder> noticed(Notice notice) {
        return payments.rememberNotice(notice.provider(), notice.id(), notice.paymentId())
                ? settleIfOurs(notice.paymentId(), notice.paid())
                : Optional.empty();
    }

    /** The order as it is after the provider said that the payment is paid, or declined. */
    @Transactional
    TicketOrder settle(UUID paymentId, boolean paid) {
        return settleIfOurs(paymentId, paid).orElseThrow();
    }

    private Optional<TicketOrder> settleIfOurs(UUID paymentId, boolean paid) {
        return orders.findByPayment(paymentId).map(found -> {
            var locked = effects.lock(found);
            return paid ? paid(locked) : declined(locked);
        });
    }

    private TicketOrder paid(OrderEffects.Locked locked) {
        return switch (locked.order()) {
            case TicketOrder.Pending pending -> effects.pay(pending, locked.session());
            case TicketOrder.Declined declined -> effects.refund(declined);
            case TicketOrder.Paid same -> same;
            case TicketOrder.Cancelled same -> same;
            case TicketOrder.Refunded same -> same;
        };
    }

    private TicketOrder declined(OrderEffects.Locked locked) {
        return switch (locked.order()) {
            case TicketOrder.Pending pending -> effects.decline(pending);
            case TicketOrder.Declined same -> same;
            case TicketOrder.Paid same -> same;
            case TicketOrder.Cancelled same -> same;
            case TicketOrder.Refunded same -> same;
        };
    }
}
