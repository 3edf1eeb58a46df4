package ticketing.admission;

import contract.problem.Problem;

/** The refusals that every purchase shares, in the contract's words. */
public final class AdmissionProblems {

    private AdmissionProblems() {}

    /** Why a request may not act for a session. */
    public static Problem of(SessionAccess.Refusal refusal) {
        return switch (refusal) {
            case SessionAccess.NoSession none -> admissionRequired();
            case SessionAccess.ProofRefused refused -> invalidProof(refused.reason());
            case SessionAccess.WrongKey wrong -> wrongKey();
        };
    }

    public static Problem admissionRequired() {
        return Problem.of(403, "admission-required", "You need an admission for this",
                "Go to the event's page; if many people want in, it leads to the queue.");
    }

    static Problem invalidProof(String reason) {
        return Problem.of(401, "invalid-proof", "Your browser's key did not prove itself",
                reason + " Sign a fresh proof for this request and send it again.");
    }

    static Problem wrongKey() {
        return Problem.of(403, "wrong-key", "This belongs to another browser",
                "Go on in the browser that waited in the queue.");
    }
}
