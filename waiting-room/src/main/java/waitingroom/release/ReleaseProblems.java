package waitingroom.release;

import java.time.Duration;

import contract.problem.Problem;

/** The refusals that concern a release as such. */
public final class ReleaseProblems {

    private ReleaseProblems() {}

    public static Problem unknownRelease() {
        return Problem.of(404, "unknown-release", "There is no such release",
                "Check the address. The release may have been taken down.");
    }

    public static Problem notAllowed() {
        return Problem.of(403, "not-allowed", "Your role does not allow this",
                "Ask an organizer or an admin to do it, or to give you the role.");
    }

    static Problem unknownEvent() {
        return Problem.of(422, "unknown-event", "There is no such event of this organization",
                "Check eventId and organizationId; the event must exist, and belong to the organization.");
    }

    static Problem coreUnavailable() {
        return Problem.of(503, "ticketing-unavailable", "The ticketing core did not answer",
                "It must say whose the event is. Nothing was changed; try again in a few seconds.")
                .retryAfter(Duration.ofSeconds(5));
    }

    static Problem ifMatchMissing() {
        return Problem.of(428, "if-match-missing", "Say which version you want to change",
                "Read the release, and send its ETag as If-Match.");
    }

    static Problem policyFixed() {
        return Problem.of(422, "policy-fixed", "How places are given cannot change any more",
                "Somebody is in the queue already. Make another release, or leave the policy as it is.");
    }

    static Problem stale() {
        return Problem.of(412, "stale-version", "Somebody changed the release in the meantime",
                "Read it again, and repeat your change on the present version.");
    }
}
