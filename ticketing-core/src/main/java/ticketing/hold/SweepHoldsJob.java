package ticketing.hold;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

/** Tidies once a second, on every instance; what another is at is skipped. Nothing depends on it. */
@ApplicationScoped
class SweepHoldsJob {

    private static final Logger LOG = Logger.getLogger(SweepHoldsJob.class);

    private final SweepHolds sweepHolds;

    SweepHoldsJob(SweepHolds sweepHolds) {
        this.sweepHolds = sweepHolds;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try {
            sweepHolds.sweep();
        } catch (RuntimeException e) {
            // The database is away: time goes on deciding, and the next round writes it down.
            LOG.warnf("sweep waits cause=%s", e.getClass().getSimpleName());
        }
    }
}
