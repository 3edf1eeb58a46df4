package ticketing.admission;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the opaque values browsers keep for their sessions: 256 random bits. */
final class SessionSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private SessionSecret() {}

    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
