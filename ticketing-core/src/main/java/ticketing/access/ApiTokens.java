package ticketing.access;

import java.security.SecureRandom;
import java.util.Base64;

import ticketing.secret.Digest;

/** What API tokens look like: a mark that scanners for leaked secrets can find, and 256 bits nobody can guess. */
public final class ApiTokens {

    static final String PREFIX = "tds_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiTokens() {}

    public static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** All of it that we keep. */
    public static byte[] digest(String token) {
        return Digest.of(token);
    }
}
