package ticketing.idempotency;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Throws away answers older than we promise to keep them. */
@ApplicationScoped
class ForgetKeysJob {

    private final IdempotencyStore store;
    private final IdempotencyConfig config;

    ForgetKeysJob(IdempotencyStore store, IdempotencyConfig config) {
        this.store = store;
        this.config = config;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        store.forget(config.keep());
    }
}
