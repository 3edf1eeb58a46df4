package ticketing.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.secret.TicketKey;

/**
 * Signs messages by Standard Webhooks: HMAC-SHA256 over {@code id.timestamp.body}. Secrets are derived from the core's
 * key, the endpoint and the version of its secret, so that none is stored.
 */
@ApplicationScoped
class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final TicketKey key;

    WebhookSignature(TicketKey key) {
        this.key = key;
    }

    /** What the receiver verifies with, as it is shown to its organizer. */
    String secret(String endpoint, int version) {
        return "whsec_" + Base64.getEncoder().encodeToString(bytes(endpoint, version));
    }

    /** One signature, or two while the secret before is still in use. */
    String sign(WebhookOutboxStore.Delivery delivery, long timestamp) {
        var content = delivery.messageId() + "." + timestamp + "." + delivery.payload();
        var signature = sign(bytes(delivery.endpointId(), delivery.secretVersion()), content);
        return delivery.latelyRotated() && delivery.secretVersion() > 1
                ? signature + " " + sign(bytes(delivery.endpointId(), delivery.secretVersion() - 1), content)
                : signature;
    }

    private byte[] bytes(String endpoint, int version) {
        return key.derive("webhook", endpoint + " " + version);
    }

    private static String sign(byte[] secret, String content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
