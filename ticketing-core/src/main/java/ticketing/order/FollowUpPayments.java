package ticketing.order;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.order.PaymentStore.DuePayment;

/** Takes the payments that are due to be asked about, or to be given back, so that no two instances do it at once. */
@ApplicationScoped
class FollowUpPayments {

    private static final int BATCH = 20;

    private final PaymentStore payments;
    private final OrderConfig config;

    FollowUpPayments(PaymentStore payments, OrderConfig config) {
        this.payments = payments;
        this.config = config;
    }

    @Transactional
    List<DuePayment> takeDue() {
        return payments.takeDue(BATCH, config.askAgainAfter());
    }
}
