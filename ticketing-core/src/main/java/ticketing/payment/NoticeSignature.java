package ticketing.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.secret.TicketKey;

/**
 * Signs and checks the demo provider's notices as Standard Webhooks does: HMAC-SHA256 over id, timestamp and body. The
 * timestamp is part of what is signed, so that an old notice cannot be sent again for ever.
 */
@ApplicationScoped
class NoticeSignature {

    private static final String VERSION = "v1,";

    private final TicketKey key;
    private final DemoConfig config;

    NoticeSignature(TicketKey key, DemoConfig config) {
        this.key = key;
        this.config = config;
    }

    String sign(String id, Instant at, String body) {
        var mac = key.derive("demo-payment-notices", id + '.' + at.getEpochSecond() + '.' + body);
        return VERSION + Base64.getEncoder().encodeToString(mac);
    }

    boolean isGenuine(String id, String timestamp, String signatures, String body, Instant now) {
        if (id == null || timestamp == null || signatures == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        var at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (at.isBefore(now.minus(config.noticeTolerance())) || at.isAfter(now.plus(config.noticeTolerance()))) {
            return false;
        }
        var expected = sign(id, at, body).getBytes(StandardCharsets.US_ASCII);
        return Stream.of(signatures.split(" "))
                .anyMatch(given -> MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected));
    }
}
