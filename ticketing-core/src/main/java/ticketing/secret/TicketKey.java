package ticketing.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The core's master secret, {@code ticket.key} in {@code SECRETS_DIR}: 32 random bytes in base64. Each use derives its
 * own key from it by HMAC over a label, so that none tells anything about another. Without the folder a key lives as
 * long as the process, which suits tests only.
 */
@ApplicationScoped
public class TicketKey {

    private static final Logger LOG = Logger.getLogger(TicketKey.class);
    private static final int BYTES = 32;

    private final byte[] master;

    @Inject
    TicketKey(@ConfigProperty(name = "ticketing.secrets-dir") Optional<Path> folder) {
        this.master = folder.map(TicketKey::read).orElseGet(TicketKey::ephemeral);
    }

    /** 32 bytes that depend on the master secret, on the use and on the message, and tell nothing of either. */
    public byte[] derive(String use, String message) {
        return hmac(hmac(master, use.getBytes(StandardCharsets.UTF_8)), message.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] read(Path folder) {
        try {
            var key = Base64.getDecoder().decode(Files.readString(folder.resolve("ticket.key")).strip());
            if (key.length < BYTES) {
                throw new IllegalStateException("ticket.key is shorter than 32 bytes");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("ticket.key is not readable in SECRETS_DIR", e);
        }
    }

    private static byte[] ephemeral() {
        LOG.warn("no SECRETS_DIR is set: secrets of orders and tickets end with this process");
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing from this JVM", e);
        }
    }
}
