package ticketing.eventrefund;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

/** Takes back what is due, on every instance; what another is at is skipped. */
@ApplicationScoped
class RefundEventJob {

    private static final Logger LOG = Logger.getLogger(RefundEventJob.class);

    private final RefundEvent refundEvent;

    RefundEventJob(RefundEvent refundEvent) {
        this.refundEvent = refundEvent;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try {
            refundEvent.takeDue().forEach(this::tryToTakeBack);
        } catch (RuntimeException e) {
            // The database is away: what is due stays due.
            LOG.warnf("event refunds wait cause=%s", e.getClass().getSimpleName());
        }
    }

    private void tryToTakeBack(String orderCode) {
        try {
            refundEvent.takeBack(orderCode);
        } catch (RuntimeException e) {
            // Others are at work on it, or the database is away: due again later, and later each time.
            LOG.warnf("order not taken back order=%s cause=%s", orderCode, e.getClass().getSimpleName());
        }
    }
}
