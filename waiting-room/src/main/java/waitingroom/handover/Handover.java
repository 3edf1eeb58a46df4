package waitingroom.handover;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code that moves a place: who offers it, and a secret. Only the secret's digest is kept.
 *
 * @param visitor who offers the place; no secret, but nobody else's business
 */
record Handover(String visitor, String secret) {

    private static final int SECRET_BYTES = 16;
    private static final Pattern CODE = Pattern.compile("([-_~A-Za-z0-9]{10,30})\\.([-_A-Za-z0-9]{22})");

    static Handover by(String visitor, SecureRandom random) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return new Handover(visitor, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<Handover> parse(String code) {
        var parts = CODE.matcher(code);
        return parts.matches() ? Optional.of(new Handover(parts.group(1), parts.group(2))) : Optional.empty();
    }

    String code() {
        return visitor + "." + secret;
    }

    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(code().getBytes(
                    java.nio.charset.StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
    }
}
