package ticketing.outbox;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

/** Reads which admissions the waiting room took back, and acknowledges each once its effect is committed. */
@ApplicationScoped
class RevocationJob {

    private static final Logger LOG = Logger.getLogger(RevocationJob.class);
    private static final int BATCH = 100;

    private final AdmissionStreamStore streams;
    private final RevocationListener listener;
    private final String reader = UUID.randomUUID().toString();

    RevocationJob(AdmissionStreamStore streams, RevocationListener listener) {
        this.streams = streams;
        this.listener = listener;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try {
            for (var revocation : streams.revocations(reader, BATCH)) {
                listener.revoked(revocation.jti());
                streams.acknowledge(revocation);
            }
        } catch (RuntimeException e) {
            // Redis or PostgreSQL is away: what was not acknowledged is claimed again later.
            LOG.warnf("revocations wait cause=%s", e.getClass().getSimpleName());
        }
    }
}
