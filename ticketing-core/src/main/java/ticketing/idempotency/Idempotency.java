package ticketing.idempotency;

import java.time.Duration;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.idempotency.IdempotencyStore.Claim;
import ticketing.idempotency.IdempotentOutcome.Answered;
import ticketing.idempotency.IdempotentOutcome.Reused;
import ticketing.idempotency.IdempotentOutcome.Running;

/**
 * Lets a write happen once however often it is asked for (T4). Call it outside a transaction: the key is claimed in a
 * transaction of its own, so that a second request sees it while the first still works.
 */
@ApplicationScoped
class Idempotency {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final IdempotencyStore store;
    private final IdempotencyConfig config;

    Idempotency(IdempotencyStore store, IdempotencyConfig config) {
        this.store = store;
        this.config = config;
    }

    /** Runs the work unless it ran before. Work that throws, or answers "not now", may be tried again at once. */
    public IdempotentOutcome once(IdempotentRequest request, Supplier<Answer> work) {
        return switch (store.claim(request, config.attemptTimeout(), config.keep())) {
            case Claim.Mine mine -> new Answered(run(request, work), false);
            case Claim.Done(Answer answer) -> new Answered(answer, true);
            case Claim.OtherBody other -> new Reused();
            case Claim.StillRunning running -> new Running(A_MOMENT);
        };
    }

    private Answer run(IdempotentRequest request, Supplier<Answer> work) {
        var done = false;
        try {
            var answer = work.get();
            if (answer.isFinal()) {
                store.keep(request, answer);
                done = true;
            }
            return answer;
        } finally {
            if (!done) {
                store.giveUp(request);
            }
        }
    }
}
