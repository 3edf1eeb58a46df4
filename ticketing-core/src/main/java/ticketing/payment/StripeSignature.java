package ticketing.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Checks {@code Stripe-Signature}: HMAC-SHA256 over the timestamp and the body, in hex, as one of the {@code v1} parts.
 * The timestamp is signed too, so that an old notice cannot be sent again for ever.
 */
@ApplicationScoped
class StripeSignature {

    private static final int MOST_PARTS = 20;

    private final StripeConfig config;

    StripeSignature(StripeConfig config) {
        this.config = config;
    }

    boolean isGenuine(String header, String body, Instant now) {
        if (header == null) {
            return false;
        }
        var parts = Stream.of(header.split(",")).limit(MOST_PARTS).map(String::strip).toList();
        var timestamp = values(parts, "t=");
        if (timestamp.size() != 1 || !timestamp.getFirst().matches("\\d{1,12}")) {
            return false;
        }
        var at = Instant.ofEpochSecond(Long.parseLong(timestamp.getFirst()));
        if (at.isBefore(now.minus(config.noticeTolerance())) || at.isAfter(now.plus(config.noticeTolerance()))) {
            return false;
        }
        var given = values(parts, "v1=");
        return config.webhookSecrets().orElse(List.of()).stream()
                .map(secret -> sign(secret.strip(), timestamp.getFirst(), body))
                .anyMatch(expected -> given.stream().anyMatch(signature -> equal(signature, expected)));
    }

    static String sign(String secret, String timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing from this JVM", e);
        }
    }

    /** Takes the same time wherever the two differ. */
    private static boolean equal(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> values(List<String> parts, String key) {
        return parts.stream().filter(part -> part.startsWith(key)).map(part -> part.substring(key.length())).toList();
    }
}
