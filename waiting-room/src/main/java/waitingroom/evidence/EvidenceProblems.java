package waitingroom.evidence;

import java.time.Duration;

import contract.problem.Problem;

/** What may stand between somebody and a proof. */
final class EvidenceProblems {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private EvidenceProblems() {}

    static Problem noSuchTree(long signed) {
        return Problem.of(422, "no-such-tree", "The log has not grown like that",
                "from must not exceed to, and to must not exceed the %d entries that are signed.".formatted(signed));
    }

    static Problem receiptPending() {
        return Problem.of(503, "receipt-pending", "Your receipt is not signed yet",
                "Your place is safe. Receipts are signed every second; ask again in a moment.").retryAfter(A_SECOND);
    }
}
