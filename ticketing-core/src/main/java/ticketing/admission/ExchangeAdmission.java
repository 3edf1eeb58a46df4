package ticketing.admission;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import contract.admission.AdmissionToken;
import ticketing.outbox.Outbox;
import ticketing.secret.Digest;

/**
 * Turns an admission token whose signature is verified into a shopping session, once (W6). The token's key must prove
 * itself first: a copied token in another browser is refused and stays good for its owner.
 */
@ApplicationScoped
class ExchangeAdmission {

    private final AdmissionStore admissions;
    private final SessionStore sessions;
    private final Outbox outbox;

    ExchangeAdmission(AdmissionStore admissions, SessionStore sessions, Outbox outbox) {
        this.admissions = admissions;
        this.sessions = sessions;
        this.outbox = outbox;
    }

    @Transactional
    ExchangeOutcome exchange(AdmissionToken token, Shopper.Proof proof) {
        var refused = refusal(token, proof);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (admissions.event(token.event()).isEmpty()) {
            return new ExchangeOutcome.InvalidToken();
        }
        if (!admissions.burn(token.jti())) {
            return new ExchangeOutcome.AdmissionUsed();
        }
        // Read after the jti is ours: the waiting room counts on no exchange being decided after the token's end.
        if (!admissions.now().isBefore(token.expiresAt())) {
            return new ExchangeOutcome.TokenExpired(token.expiresAt());
        }
        return enter(token);
    }

    private ExchangeOutcome enter(AdmissionToken token) {
        var secret = SessionSecret.next();
        var session = new ShoppingSession(UUID.randomUUID(), token.event(),
                Optional.of(new ShoppingSession.Admission(token.jti(), token.release())), token.keyThumbprint(),
                token.orders(), token.seats(), token.sessionEndsAt(), true);
        sessions.open(session, Digest.of(secret));
        outbox.exchanged(token.jti(), token.release());
        return new ExchangeOutcome.Entered(secret, session);
    }

    private Optional<ExchangeOutcome> refusal(AdmissionToken token, Shopper.Proof proof) {
        if (token.keyThumbprint().isEmpty()) {
            return Optional.empty();
        }
        return switch (proof) {
            case Shopper.Proof.Absent absent -> refused("The DPoP header is missing.");
            case Shopper.Proof.Bad bad -> refused(bad.reason());
            case Shopper.Proof.Good good -> {
                if (!good.thumbprint().equals(token.keyThumbprint().get())) {
                    yield Optional.of(new ExchangeOutcome.WrongKey());
                }
                yield admissions.burnProof(good.digest())
                        ? Optional.empty()
                        : refused("The proof was used before. Make a new one for every request.");
            }
        };
    }

    private static Optional<ExchangeOutcome> refused(String reason) {
        return Optional.of(new ExchangeOutcome.ProofRefused(reason));
    }
}
