package contract.proof;

import java.time.Instant;

/** What became of the check of a key proof. */
public sealed interface ProofOutcome {

    /**
     * The sender holds the key, now, for this very request. The caller still burns the {@code jti} and compares the
     * thumbprint with the one it expects.
     */
    record Proven(String thumbprint, String jti, Instant issuedAt) implements ProofOutcome {}

    /** No proof, or none for this request. The reason is fit for a problem's detail: it repeats nothing of the proof. */
    record Refused(String reason) implements ProofOutcome {}
}
