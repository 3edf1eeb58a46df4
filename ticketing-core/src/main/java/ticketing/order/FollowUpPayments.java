package ticketing.order;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.order.PaymentStore.DuePayment;
import ticketing.payment.PaymentProvider.Refund;

/** Takes the payments that are due to be asked about, or to be given back, so that no two instances do it at once. */
@ApplicationScoped
class FollowUpPayments {

    private static final int BATCH = 20;

    private final PaymentStore payments;
    private final RefundStore refunds;
    private final OrderConfig config;

    FollowUpPayments(PaymentStore payments, RefundStore refunds, OrderConfig config) {
        this.payments = payments;
        this.refunds = refunds;
        this.config = config;
    }

    @Transactional
    List<DuePayment> takeDue() {
        return payments.takeDue(BATCH, config.askAgainAfter());
    }

    @Transactional
    List<Refund> dueRefunds(UUID paymentId) {
        return refunds.takeDue(paymentId);
    }

    /** The provider has given this money back. */
    @Transactional
    void refunded(Refund refund) {
        refunds.done(refund.id());
    }

    /** Nothing more is due, unless something became due meanwhile. */
    @Transactional
    void refundsDone(UUID paymentId) {
        payments.lock(paymentId);
        payments.closeRefunded(paymentId);
    }
}
