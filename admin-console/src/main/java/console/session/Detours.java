package console.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** Ways over the identity provider that browsers are on. Each is kept by its browser, sealed: we remember none. */
@ApplicationScoped
class Detours {

    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int BYTES = 32;

    private final SessionSeal seal;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Detours(SessionSeal seal, InstantSource clock) {
        this.seal = seal;
        this.clock = clock;
    }

    Detour begin(String next) {
        return new Detour(secret(), secret(), secret(), next, clock.instant().plus(PATIENCE));
    }

    String seal(Detour detour) {
        return seal.seal(detour);
    }

    /** The way that this browser went; empty when it went none, too long ago, or came back with another's state. */
    Optional<Detour> open(String sealed, String state) {
        return Optional.ofNullable(sealed).flatMap(value -> seal.open(value, Detour.class))
                .filter(detour -> clock.instant().isBefore(detour.until()))
                .filter(detour -> MessageDigest.isEqual(detour.state().getBytes(UTF_8),
                        String.valueOf(state).getBytes(UTF_8)));
    }

    private String secret() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * One way there and back.
     *
     * @param state    comes back in the redirect: nobody else's code is taken for this browser's
     * @param nonce    comes back in the ID token: no other token is taken for this one
     * @param verifier of PKCE: nobody else can use the code
     * @param next     where the reader wanted to go
     */
    record Detour(String state, String nonce, String verifier, String next, Instant until) {

        String challenge() {
            try {
                return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
