package waitingroom.admission;

import contract.problem.Problem;

/** The refusals at the gate. */
final class AdmissionProblems {

    private AdmissionProblems() {}

    static Problem invalidProof(String reason) {
        return Problem.of(401, "invalid-proof", "This browser did not prove itself",
                reason + " Make a fresh proof with the key you joined with.");
    }

    static Problem wrongKey() {
        return Problem.of(403, "wrong-key", "The place belongs to another key",
                "Claim it from the browser that joined.");
    }

    static Problem notCalled() {
        return Problem.of(409, "not-called", "It is not your turn",
                "Wait until the status shows your place as called. Whoever has left joins again, at the end.");
    }

    static Problem callExpired() {
        return Problem.of(410, "call-expired", "Your turn has passed",
                "You were called and did not come in time. Join again to get a new place at the end.");
    }
}
