package ticketing.admission;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Every instance tidies; rows another one is at are skipped. */
@ApplicationScoped
class TidySessionsJob {

    private final TidySessions tidySessions;

    TidySessionsJob(TidySessions tidySessions) {
        this.tidySessions = tidySessions;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void endOver() {
        tidySessions.endOver();
    }

    @Scheduled(every = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void prune() {
        tidySessions.prune();
    }
}
