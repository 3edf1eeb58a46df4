package ticketing.waitinglist;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;
import ticketing.outbox.TaskLeases;

/** Looks every second what has come back, while this instance has the lease. */
@ApplicationScoped
class ServeWaitingListJob {

    private static final Logger LOG = Logger.getLogger(ServeWaitingListJob.class);
    private static final String TASK = "waiting-list";
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 200;

    private final TaskLeases leases;
    private final ServeWaitingList serve;

    ServeWaitingListJob(TaskLeases leases, ServeWaitingList serve) {
        this.leases = leases;
        this.serve = serve;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try {
            if (leases.take(TASK, LEASE)) {
                serve.eventsToServe().forEach(this::serve);
            }
        } catch (RuntimeException e) {
            // The database is away: whoever waits goes on waiting.
            LOG.warnf("waiting lists wait cause=%s", e.getClass().getSimpleName());
        }
    }

    private void serve(String event) {
        try {
            var served = 0;
            while (served < MOST_AT_ONCE && serve.serveNext(event)) {
                served++;
            }
        } catch (RuntimeException e) {
            // Others are deciding about the seats right now: looked at again in a second.
            LOG.warnf("waiting list not served event=%s cause=%s", event, e.getClass().getSimpleName());
        }
    }
}
