package botdefense.guard;

import java.time.Duration;
import java.util.Optional;

import botdefense.Action;
import botdefense.decision.Decision;
import botdefense.policy.Ladder.Step;
import contract.problem.Problem;

/**
 * A decision, and when it is worth asking again if it refused.
 *
 * @param decision empty when nothing was found and it does not belong to the sample that is kept
 * @param step     what the request must do before it may have something new
 * @param reason   why it was denied, in a word
 */
public record Judgement(Optional<Decision> decision, Duration retryIn, Step step, String reason) {

    /** Lets a request on about which there is nothing to say. */
    static final Judgement UNREMARKABLE = new Judgement(Optional.empty(), Duration.ZERO, Step.NONE, "");

    /** What a fan can quote; empty when nothing is kept. */
    String reference() {
        return decision.map(Decision::reference).orElse("");
    }

    /** What the client is told; empty when it may go on, for now. */
    public Optional<Problem> refusal() {
        return decision.flatMap(this::refusalOf);
    }

    private Optional<Problem> refusalOf(Decision made) {
        return switch (made.verdict()) {
            case ALLOW, CHALLENGE -> Optional.empty();
            // A place is given and put aside; nothing else can be given and kept back.
            case REVIEW -> made.action() == Action.JOIN
                    ? Optional.empty()
                    : Optional.of(Problem.of(403, "review-required", "Somebody has to look at this first",
                            "What you have stays yours. Tell us by an appeal with the reference; once it is granted, "
                                    + "try again.")
                            .with("reason", reason).with("reference", made.reference()));
            case THROTTLE -> Optional.of(Problem.of(429, "slow-down", "Too many requests",
                    "Wait as long as Retry-After says, then try again. If you are sure it is not you, quote the reference.")
                    .with("reference", made.reference())
                    .retryAfter(retryIn));
            case DENY -> Optional.of(Problem.of(403, "denied", "You cannot do this from here",
                    "Something about this connection looks automated. Appeal with the reference if that is wrong.")
                    .with("reason", reason).with("reference", made.reference()));
        };
    }
}
