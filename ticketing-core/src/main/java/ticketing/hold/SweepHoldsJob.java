package ticketing.hold;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Tidies once a second, on every instance; what another is at is skipped. Nothing depends on it. */
@ApplicationScoped
class SweepHoldsJob {

    private final SweepHolds sweepHolds;

    SweepHoldsJob(SweepHolds sweepHolds) {
        this.sweepHolds = sweepHolds;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        sweepHolds.sweep();
    }
}
