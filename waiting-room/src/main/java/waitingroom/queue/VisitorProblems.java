package waitingroom.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import contract.problem.Problem;

/** The refusals a visitor may meet. */
public final class VisitorProblems {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private VisitorProblems() {}

    public static Problem noVisitor() {
        return Problem.of(401, "no-visitor", "We do not know this browser yet",
                "Join the queue first, and let the browser keep the cookie it gets.");
    }

    public static Problem noPlace() {
        return Problem.of(404, "no-place", "You have no place in this queue", "Join the queue to get one.");
    }

    static Problem otherKey() {
        return Problem.of(409, "other-key", "This browser joined with another key",
                "Use the key the browser joined with. If it is lost, delete the cookie and join again.");
    }

    static Problem invalidKey(String message) {
        return Problem.of(400, "invalid", "Some values are not valid", "/key " + message + ".")
                .with("violations", List.of(Map.of("at", "/key", "message", message)));
    }

    static Problem tooEarly(Duration wait) {
        return Problem.of(425, "too-early", "It is too early for that",
                "Nothing is lost by waiting: come back when Retry-After says.")
                .with("retryAfterMillis", wait.toMillis()).retryAfter(wait);
    }

    public static Problem closed() {
        return Problem.of(410, "release-closed", "The doors are closed", "Nobody can join or enter any more.");
    }

    public static Problem slowDown() {
        return Problem.of(429, "slow-down", "Too many requests",
                "Once a second is enough; nextPollMillis says when it makes sense.").retryAfter(A_SECOND);
    }
}
