package console.live;

import java.time.Duration;

import contract.problem.Problem;

/** What the live view says itself. */
final class LiveProblems {

    private static final Duration WAIT = Duration.ofSeconds(10);

    private LiveProblems() {}

    static Problem unreadable() {
        return Problem.of(502, "unavailable", "The answer could not be read",
                "It broke off, or is no document. It is asked for again.").retryAfter(WAIT);
    }

    static Problem tooMany() {
        return Problem.of(503, "busy", "Very busy right now", "Close pages you do not need, and try again.")
                .retryAfter(WAIT);
    }
}
