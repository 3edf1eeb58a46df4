package botdefense.guard;

import java.time.Duration;
import java.util.Optional;

import botdefense.decision.Decision;
import contract.problem.Problem;

/**
 * A decision, and when it is worth asking again if it refused.
 */
public record Judgement(Decision decision, Duration retryIn) {

    /** What the client is told; empty when it may go on. */
    public Optional<Problem> refusal() {
        return switch (decision.verdict()) {
            case ALLOW -> Optional.empty();
            case THROTTLE -> Optional.of(Problem.of(429, "slow-down", "Too many requests",
                    "Wait as long as Retry-After says, then try again. If you are sure it is not you, quote the reference.")
                    .with("reference", decision.reference())
                    .retryAfter(retryIn));
        };
    }
}
