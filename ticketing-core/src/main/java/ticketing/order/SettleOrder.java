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
    private final BuyerLimit limit;

    SettleOrder(OrderStore orders, PaymentStore payments, OrderEffects effects, BuyerLimit limit) {
        this.orders = orders;
        this.payments = payments;
        this.effects = effects;
        this.limit = limit;
    }

    /** A provider's notice, once however often it comes; empty when it was known or is about nothing of ours. */
    @Transactional
    Optional<TicketOrder> noticed(Notice notice) {
        return payments.rememberNotice(notice.provider(), notice.id(), notice.paymentId())
                ? settleIfOurs(notice.paymentId(), notice.paid(), notice.fingerprint())
                : Optional.empty();
    }

    /** The order as it is after the provider said by which card it was paid. */
    @Transactional
    TicketOrder paid(UUID paymentId, Optional<String> fingerprint) {
        return settleIfOurs(paymentId, true, fingerprint).orElseThrow();
    }

    /** The order as it is after the provider said that the payment is paid, or declined. */
    @Transactional
    TicketOrder settle(UUID paymentId, boolean paid) {
        return settleIfOurs(paymentId, paid, Optional.empty()).orElseThrow();
    }

    /**
     * A card is known only after it has paid, so it refuses nothing: it links the order with others of the buyer, and
     * limits those that follow.
     */
    private Optional<TicketOrder> settleIfOurs(UUID paymentId, boolean paid, Optional<String> fingerprint) {
        return orders.findByPayment(paymentId).map(found -> {
            var locked = effects.lock(found);
            fingerprint.filter(card -> paid).ifPresent(card -> limit.notePayment(locked.order().facts(), card));
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
