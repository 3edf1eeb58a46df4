package ticketing.referral;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

/** Writes down what this instance counted. */
@ApplicationScoped
class WriteViewsJob {

    private static final Logger LOG = Logger.getLogger(WriteViewsJob.class);

    private final WriteViews writeViews;

    WriteViewsJob(WriteViews writeViews) {
        this.writeViews = writeViews;
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try {
            writeViews.write();
        } catch (RuntimeException e) {
            LOG.warnf("views not counted cause=%s", e.getClass().getSimpleName());
        }
    }
}
