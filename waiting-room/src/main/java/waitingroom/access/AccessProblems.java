package waitingroom.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import contract.problem.Problem;

/** The refusals that concern access codes. */
final class AccessProblems {

    private AccessProblems() {}

    static Problem required() {
        return Problem.of(403, "access-code-required", "This queue takes an access code",
                "Send the accessCode you were given.");
    }

    static Problem unknown() {
        return Problem.of(403, "access-code-unknown", "We do not know this access code",
                "Check its spelling; capitals, spaces and hyphens do not matter.");
    }

    static Problem used() {
        return Problem.of(409, "access-code-used", "This access code was used already",
                "It has served as many as it was made for. Ask whoever gave it to you.");
    }

    static Problem slowDown(Duration wait) {
        return Problem.of(429, "slow-down", "Too many wrong access codes", "Look the code up, and come back later.")
                .retryAfter(wait);
    }

    static Problem tooMany(int most) {
        return Problem.of(422, "too-many-codes", "The release would have too many access codes",
                "A release takes %d. Let a code serve several fans by its uses.".formatted(most));
    }

    static Problem invalid(String at, String message) {
        return Problem.of(400, "invalid", "Some values are not valid", at + " " + message + ".")
                .with("violations", List.of(Map.of("at", at, "message", message)));
    }
}
