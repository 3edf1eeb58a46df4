package botdefense.guard;

import java.time.Duration;
import java.util.Optional;

import botdefense.decision.Decision;
import contract.problem.Problem;

/**
 * A decision, and when it is worth asking again if it refused.
 *
 * @param decision empty when nothing was found and it does not belong to the sample that is kept
 */
public record Judgement(Optional<Decision> decision, Duration retryIn) {

    /** Lets a request on about which there is nothing to say. */
    static final Judgement UNREMARKABLE = new Judgement(Optional.empty(), Duration.ZERO);

    /** What the client is told; empty when it may go on. */
    public Optional<Problem> refusal() {
        return decision.flatMap(this::refusalOf);
    }

    private Optional<Problem> refusalOf(Decision made) {
        return switch (made.verdict()) {
            case ALLOW -> Optional.empty();
            case THROTTLE -> Optional.of(Problem.of(429, "slow-down", "Too many requests",
                    "Wait as long as Retry-After says, then try again. If you are sure it is not you, quote the reference.")
                    .with("reference", made.reference())
                    .retryAfter(retryIn));
        };
    }
}
