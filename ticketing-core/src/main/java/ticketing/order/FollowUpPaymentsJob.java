package ticketing.order;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;
import ticketing.order.PaymentStore.DuePayment;
import ticketing.payment.PaymentProvider;
import ticketing.payment.PaymentProvider.Found;
import ticketing.payment.PaymentProviders;

/**
 * Heals what was cut off (T3): asks the provider about payments without an answer, and gives back what is due. The
 * provider is called outside any transaction.
 */
@ApplicationScoped
class FollowUpPaymentsJob {

    private static final Logger LOG = Logger.getLogger(FollowUpPaymentsJob.class);

    private final FollowUpPayments followUp;
    private final SettleOrder settleOrder;
    private final PaymentProviders providers;

    FollowUpPaymentsJob(FollowUpPayments followUp, SettleOrder settleOrder, PaymentProviders providers) {
        this.followUp = followUp;
        this.settleOrder = settleOrder;
        this.providers = providers;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try {
            followUp.takeDue().forEach(this::tryToFollow);
        } catch (RuntimeException e) {
            // The database is away: what is due stays due.
            LOG.warnf("payments wait cause=%s", e.getClass().getSimpleName());
        }
    }

    private void tryToFollow(DuePayment payment) {
        try {
            providers.find(payment.provider()).ifPresent(provider -> follow(payment, provider));
        } catch (RuntimeException e) {
            // The provider is away, or another settles it right now: due again in a moment.
            LOG.warnf("payment not followed up payment=%s cause=%s", payment.id(), e.getClass().getSimpleName());
        }
    }

    private void follow(DuePayment payment, PaymentProvider provider) {
        if (payment.refund()) {
            refund(payment, provider);
            return;
        }
        var found = standing(payment, provider);
        switch (found.status()) {
            case PAID -> settleOrder.paid(payment.id(), found.fingerprint());
            // UNKNOWN: it never arrived. Should it arrive yet, the answer finds a declined order, and is refunded.
            case DECLINED, REFUNDED, UNKNOWN -> settleOrder.settle(payment.id(), false);
            case PENDING -> LOG.debugf("payment pending payment=%s", payment.id());
        }
    }

    /** What came to nothing, or is too late for its seats, is ended at the provider, so that nobody pays it later. */
    private static Found standing(DuePayment payment, PaymentProvider provider) {
        var found = provider.find(payment.id());
        return switch (found.status()) {
            case PAID, REFUNDED -> found;
            case DECLINED, UNKNOWN -> provider.abandon(payment.id());
            case PENDING -> payment.late() ? provider.abandon(payment.id()) : found;
        };
    }

    private void refund(DuePayment payment, PaymentProvider provider) {
        for (var refund : followUp.dueRefunds(payment.id())) {
            provider.refund(refund);
            followUp.refunded(refund);
            LOG.infof("payment refunded payment=%s refund=%s", payment.id(), refund.id());
        }
        followUp.refundsDone(payment.id());
    }
}
