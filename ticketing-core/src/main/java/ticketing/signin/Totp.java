package ticketing.signin;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change with time (RFC 6238), as every authenticator app makes them: HMAC-SHA-1, six digits, 30 seconds. The
 * neighbouring steps are good too: phones' clocks are not ours, and people type.
 */
final class Totp {

    static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_PER_LETTER = 5;

    private Totp() {}

    /** Which step's code that is; empty when it is none of now. */
    static OptionalLong stepOf(byte[] secret, String code, Instant now) {
        var present = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(present - 1, present + 1)
                .filter(step -> MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8),
                        code(secret, step).getBytes(StandardCharsets.UTF_8)))
                .max();
    }

    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xF;
            var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    /** The secret in letters, for people who type it. */
    static String base32(byte[] bytes) {
        var letters = new StringBuilder();
        var buffer = 0;
        var bits = 0;
        for (var each : bytes) {
            buffer = buffer << Byte.SIZE | each & 0xFF;
            bits += Byte.SIZE;
            while (bits >= BITS_PER_LETTER) {
                bits -= BITS_PER_LETTER;
                letters.append(ALPHABET.charAt(buffer >> bits & 0x1F));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            letters.append(ALPHABET.charAt(buffer << BITS_PER_LETTER - bits & 0x1F));
        }
        return letters.toString();
    }

    /** What apps read from the QR code. */
    static String uri(String account, byte[] secret) {
        return "otpauth://totp/Ticket%%20D-Saster:%s?secret=%s&issuer=Ticket%%20D-Saster&digits=6&period=30".formatted(
                URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20"), base32(secret));
    }
}
