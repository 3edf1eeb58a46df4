package ticketing.admission;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Looks at the waiting room's keys every few seconds: what a revoked key signed must be refused soon. */
@ApplicationScoped
class RenewKeysJob {

    private final WaitingRoomKeys keys;

    RenewKeysJob(WaitingRoomKeys keys) {
        this.keys = keys;
    }

    @Scheduled(every = "4s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        keys.renew();
    }
}
