package ticketing.outbox;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

/** Sends what the outbox holds, every second, while this instance has the lease. */
@ApplicationScoped
class OutboxJob {

    private static final Logger LOG = Logger.getLogger(OutboxJob.class);
    private static final String TASK = "outbox";

    private final TaskLeases leases;
    private final DispatchOutbox outbox;
    private final AdmissionStreamStore streams;
    private final OutboxConfig config;
    private Instant lastWatermark = Instant.EPOCH;

    OutboxJob(TaskLeases leases, DispatchOutbox outbox, AdmissionStreamStore streams, OutboxConfig config) {
        this.leases = leases;
        this.outbox = outbox;
        this.streams = streams;
        this.config = config;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try {
            if (leases.take(TASK, config.lease())) {
                dispatch();
            }
        } catch (RuntimeException e) {
            // Redis or PostgreSQL is away: the rows stay, the next round sends them.
            LOG.warnf("outbox waits cause=%s", e.getClass().getSimpleName());
        }
    }

    private void dispatch() {
        var watermark = outbox.watermark();
        var messages = outbox.next();
        while (!messages.isEmpty()) {
            messages.forEach(message -> streams.append(message.stream(), DispatchOutbox.fieldsOf(message)));
            outbox.sent(messages);
            messages = outbox.next();
        }
        sendOncePerSecond(watermark);
    }

    private void sendOncePerSecond(Optional<Instant> watermark) {
        watermark.filter(at -> at.isAfter(lastWatermark.plusMillis(900))).ifPresent(at -> {
            streams.appendWatermark(at);
            lastWatermark = at;
        });
    }
}
