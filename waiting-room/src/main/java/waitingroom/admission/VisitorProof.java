package waitingroom.admission;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.inject.Singleton;

import botdefense.client.ClientRequest;
import botdefense.mark.Marks;
import contract.proof.KeyProof;
import contract.proof.ProofOutcome;
import waitingroom.visitor.Visitor;

/** Makes sure that a request comes from the browser that holds the visitor's key, and for the first time. */
@Singleton
public class VisitorProof {

    private static final Duration MEMORY = KeyProof.OLDEST.plus(KeyProof.AHEAD).plusSeconds(5);

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final AdmissionStore store;
    private final ClientRequest client;
    private final Marks marks;
    private final InstantSource clock;

    VisitorProof(AdmissionStore store, ClientRequest client, Marks marks, InstantSource clock) {
        this.store = store;
        this.client = client;
        this.marks = marks;
        this.clock = clock;
    }

    /** Refuses what is not proven. A proof must be burnt before anything is done for it. */
    public ProofOutcome.Proven check(String proof, String method, Visitor visitor) {
        return switch (KeyProof.check(proof, method, client.url(), Optional.empty(), clock.instant())) {
            case ProofOutcome.Refused(String reason) -> throw AdmissionProblems.invalidProof(reason).toException();
            case ProofOutcome.Proven proven when !visitor.thumbprint().equals(Optional.of(proven.thumbprint())) -> {
                marks.add(proven.thumbprint(), "other-key", "came with what belongs to another key", REMEMBERED);
                throw AdmissionProblems.wrongKey().toException();
            }
            case ProofOutcome.Proven proven -> proven;
        };
    }

    /** Refuses what was used before, on any instance. */
    public void burn(ProofOutcome.Proven proven) {
        if (!store.burn(proven.thumbprint(), proven.jti(), MEMORY)) {
            throw AdmissionProblems.invalidProof("The proof was used before.").toException();
        }
    }
}
