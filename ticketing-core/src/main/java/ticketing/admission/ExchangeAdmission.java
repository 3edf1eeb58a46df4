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
    private final SessionSecret secrets;
    private final Outbox outbox;

    ExchangeAdmission(AdmissionStore admissions, SessionStore sessions, SessionSecret secrets, Outbox outbox) {
        this.admissions = admissions;
        this.sessions = sessions;
        this.secrets = secrets;
        this.outbox = outbox;
    }

    /** @param idempotencyKey under which the exchange may be asked for again, should its answer get lost (T4) */
    @Transactional
    ExchangeOutcome exchange(AdmissionToken token, Shopper.Proof proof, Optional<String> idempotencyKey) {
        var refused = refusal(token, proof);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (admissions.event(token.event()).isEmpty()) {
            return new ExchangeOutcome.InvalidToken();
        }
        var secret = secrets.of(token.jti(), idempotencyKey);
        if (!admissions.burn(token.jti())) {
            return again(secret);
        }
        // Read after the jti is ours: the waiting room counts on no exchange being decided after the token's end.
        if (!admissions.now().isBefore(token.expiresAt())) {
            return new ExchangeOutcome.TokenExpired(token.expiresAt());
        }
        return enter(token, secret);
    }

    private ExchangeOutcome again(String secret) {
        return sessions.find(Digest.of(secret)).filter(ShoppingSession::open)
                .<ExchangeOutcome>map(session -> new ExchangeOutcome.Entered(secret, session))
                .orElseGet(ExchangeOutcome.AdmissionUsed::new);
    }

    private ExchangeOutcome enter(AdmissionToken token, String secret) {
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
