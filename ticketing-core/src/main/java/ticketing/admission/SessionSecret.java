package ticketing.admission;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.secret.TicketKey;

/** Makes the opaque values browsers keep for their sessions: 256 bits nobody else can guess. */
@ApplicationScoped
class SessionSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final TicketKey key;

    SessionSecret(TicketKey key) {
        this.key = key;
    }

    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    /**
     * The value of the session that an admission opens. Asked for under an idempotency key it is the same each time, so
     * that an answer lost on its way can be given again although no value is ever stored.
     */
    String of(String jti, Optional<String> idempotencyKey) {
        return idempotencyKey.map(name -> text(key.derive("session", jti + " " + name))).orElseGet(SessionSecret::next);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
