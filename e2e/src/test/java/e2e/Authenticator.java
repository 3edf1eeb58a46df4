package e2e;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app: codes by RFC 6238, which it does not show twice. */
final class Authenticator {

    private static final int STEP_SECONDS = 30;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;
    private long last;

    /** @param secret base32, as it is typed into an app */
    Authenticator(String secret) {
        this.secret = fromBase32(secret.replace(" ", ""));
    }

    /** The code of now; asked again within its 30 seconds, the one that comes next, which is taken already. */
    String code() {
        last = Math.max(last + 1, Instant.now().getEpochSecond() / STEP_SECONDS);
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(last).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] fromBase32(String letters) {
        var bytes = ByteBuffer.allocate(letters.length());
        var buffer = 0L;
        var bits = 0;
        for (var letter : letters.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
