package botdefense.challenge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Makes the codes that are mailed, and knows them again. Nothing of a code is kept: it follows from its token and its
 * bond under the shared secret, so that whoever reads the store reads no code.
 */
final class Codes {

    private static final String VERSION = "code";
    private static final int NONCE_BYTES = 12;
    private static final int FIELDS = 3;
    private static final int LONGEST_TOKEN = 512;
    private static final int CODES = 100_000_000;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final BiFunction<String, String, byte[]> mac;
    private final SecureRandom random = new SecureRandom();

    /** @param mac of a purpose and a text, by a secret all instances share */
    Codes(BiFunction<String, String, byte[]> mac) {
        this.mac = mac;
    }

    /** @param nonce what tells it from all others */
    record Issued(String nonce, String token, Instant expiresAt) {}

    Issued issue(Bond bond, Instant now, Duration length) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var expiresAt = now.plus(length);
        var name = ENCODER.encodeToString(nonce);
        var asked = String.join(".", VERSION, String.valueOf(expiresAt.toEpochMilli()), name);
        return new Issued(name, asked + "." + seal(asked, bond), expiresAt);
    }

    /** The token as it was issued to this client for this; empty for what was changed, is another's, or is over. */
    Optional<Issued> read(String token, Bond bond, Instant now) {
        var end = token == null ? -1 : token.lastIndexOf('.');
        if (end < 0 || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        var asked = token.substring(0, end);
        if (!isSame(seal(asked, bond), token.substring(end + 1))) {
            return Optional.empty();
        }
        var fields = asked.split("\\.", FIELDS);
        var expiresAt = Instant.ofEpochMilli(Long.parseLong(fields[1]));
        return now.isBefore(expiresAt) ? Optional.of(new Issued(fields[2], token, expiresAt)) : Optional.empty();
    }

    boolean isRight(Issued issued, Bond bond, String code) {
        return isSame(codeOf(issued.token(), bond), code.replaceAll("[\\s-]", ""));
    }

    /** Eight digits. */
    String codeOf(String token, Bond bond) {
        var number = ByteBuffer.wrap(mac.apply("mailed-code", token + '\n' + bond.text())).getLong();
        return "%08d".formatted(Math.floorMod(number, (long) CODES));
    }

    private String seal(String asked, Bond bond) {
        return ENCODER.encodeToString(mac.apply("code-token", asked + '\n' + bond.text()));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
