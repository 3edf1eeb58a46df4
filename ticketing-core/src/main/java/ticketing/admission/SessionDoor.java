package ticketing.admission;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets a request act for its session: the first lock of every purchase (T6) and the one place that compares keys. Meant
 * to be called first in a use case's transaction.
 */
@ApplicationScoped
public class SessionDoor {

    private static final SessionAccess.ProofRefused REPLAYED = new SessionAccess.ProofRefused(
            "The proof was used before. Make a new one for every request.");

    private final SessionStore store;

    SessionDoor(SessionStore store) {
        this.store = store;
    }

    /** Locks the session, burns the proof, and demands the proof of the session's key where it has one. */
    public SessionAccess enter(Shopper shopper) {
        return enter(shopper, false);
    }

    /** The same in a transaction that need not be on disk before the one that follows it. */
    SessionAccess enterLazily(Shopper shopper) {
        return enter(shopper, true);
    }

    private SessionAccess enter(Shopper shopper, boolean lazily) {
        return shopper.sessionDigest()
                .flatMap(digest -> store.lock(digest, shopper.proofDigest(), lazily))
                .map(locked -> judge(locked, shopper.proof()))
                .orElseGet(SessionAccess.NoSession::new);
    }

    /** Locks a session whose request was let in before, in a transaction of its own. */
    public ShoppingSession enterAgain(UUID sessionId) {
        return store.lock(sessionId).orElseThrow();
    }

    /** The session as it is, unlocked and without a proof: for what only reads or gives back. */
    public Optional<ShoppingSession> find(Shopper shopper) {
        return shopper.sessionDigest().flatMap(store::find);
    }

    private static SessionAccess judge(SessionStore.Locked locked, Shopper.Proof proof) {
        var wanted = locked.session().keyThumbprint();
        if (wanted.isEmpty()) {
            return new SessionAccess.Granted(locked.session());
        }
        return switch (proof) {
            case Shopper.Proof.Absent absent -> new SessionAccess.ProofRefused("The DPoP header is missing.");
            case Shopper.Proof.Bad bad -> new SessionAccess.ProofRefused(bad.reason());
            case Shopper.Proof.Good good -> {
                if (!good.thumbprint().equals(wanted.get())) {
                    yield new SessionAccess.WrongKey();
                }
                yield locked.proofIsFresh() ? new SessionAccess.Granted(locked.session()) : REPLAYED;
            }
        };
    }
}
