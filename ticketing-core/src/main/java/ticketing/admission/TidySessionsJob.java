package ticketing.admission;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

/** Every instance tidies; rows another one is at are skipped. */
@ApplicationScoped
class TidySessionsJob {

    private static final Logger LOG = Logger.getLogger(TidySessionsJob.class);

    private final TidySessions tidySessions;

    TidySessionsJob(TidySessions tidySessions) {
        this.tidySessions = tidySessions;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void endOver() {
        quietly(tidySessions::endOver);
    }

    @Scheduled(every = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void prune() {
        quietly(tidySessions::prune);
    }

    /** The database may be away; the next round finds what this one left. */
    private static void quietly(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.warnf("sessions wait to be tidied cause=%s", e.getClass().getSimpleName());
        }
    }
}
