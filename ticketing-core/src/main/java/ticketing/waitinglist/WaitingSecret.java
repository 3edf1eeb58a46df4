package ticketing.waitinglist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.secret.TicketKey;

/** What opens a place in the line. Derived, like an order's secret, so that a mail needs no stored one. */
@ApplicationScoped
class WaitingSecret {

    private final TicketKey key;

    WaitingSecret(TicketKey key) {
        this.key = key;
    }

    String of(UUID entry) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.derive("waiting-list", entry.toString()));
    }

    boolean opens(UUID entry, String secret) {
        return MessageDigest.isEqual(of(entry).getBytes(StandardCharsets.UTF_8),
                secret.getBytes(StandardCharsets.UTF_8));
    }

    byte[] emailDigest(String email) {
        return key.derive("waiting-email", email.strip().toLowerCase(Locale.ROOT));
    }
}
