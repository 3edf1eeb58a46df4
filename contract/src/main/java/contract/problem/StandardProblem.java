package contract.problem;

import java.time.Duration;

/** The problems that any address may answer, because the framework found them before a resource was asked. */
final class StandardProblem {

    private static final Duration WAIT = Duration.ofSeconds(5);

    private StandardProblem() {}

    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "malformed", "The request is malformed",
                    "Check the address, the headers and the body against the API's description.");
            case 401 -> notAuthenticated();
            case 403 -> notAllowed();
            case 404 -> Problem.of(404, "not-found", "There is nothing here",
                    "Check the address, or whether it opens with what you sent along.");
            case 405 -> Problem.of(405, "method-not-allowed", "This address does not take that method",
                    "The Allow header names the methods it takes.");
            case 406 -> Problem.of(406, "not-acceptable", "There is no answer in the form you accept",
                    "Accept application/json, or the type the API's description names for this address.");
            case 408 -> Problem.of(408, "too-slow", "The request took too long to arrive", "Send it again.");
            case 413 -> tooLarge();
            case 414, 431 -> Problem.of(status, "too-long", "The address or a header is too long", "Shorten it.");
            case 415 -> Problem.of(415, "unsupported-media-type", "This address does not read that kind of body",
                    "Send application/json, with a matching Content-Type header.");
            case 429 -> Problem.of(429, "slow-down", "Too many requests",
                    "Wait as long as Retry-After says, then go on.").retryAfter(WAIT);
            case 502, 503, 504 -> Problem.of(status, "unavailable", "This part is not available right now",
                    "Nothing is lost. Try again in a few seconds.").retryAfter(WAIT);
            default -> status < 500
                    ? Problem.of(status, "refused", "The request was refused",
                            "Check it against the API's description.")
                    : Problem.of(status, "internal-error", "Something went wrong on our side",
                            "Nothing you sent is to blame. Try again; if it stays, tell us when it happened.");
        };
    }

    static Problem notAuthenticated() {
        return Problem.of(401, "not-authenticated", "You are not signed in",
                "Sign in, and send the token as Authorization: Bearer.");
    }

    static Problem notAllowed() {
        return Problem.of(403, "not-allowed", "Your role does not allow this",
                "Ask an organizer or an admin to do it, or to give you the role.");
    }

    static Problem tooLarge() {
        return Problem.of(413, "too-large", "The body is too large",
                "Send less at once; the API's description has the limits.");
    }
}
