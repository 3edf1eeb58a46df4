package ticketing.idempotency;

import java.time.Duration;

/** What became of a request that carries an {@code Idempotency-Key}. */
public sealed interface IdempotentOutcome {

    /** The answer, of now or of the first time. */
    record Answered(Answer answer, boolean repeated) implements IdempotentOutcome {}

    /** The key was used with another body: 422 {@code idempotency-key-reused}. */
    record Reused() implements IdempotentOutcome {}

    /** The first request with this key has not ended yet: 409 with {@code Retry-After}. */
    record Running(Duration retryAfter) implements IdempotentOutcome {}
}
