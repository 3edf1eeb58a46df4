package ticketing.order;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.secret.TicketKey;

/**
 * Makes the codes of orders and what opens them. The secret is derived from the code under the core's key, so that a
 * mail with the link can be written again without the secret being stored; orders keep only its digest.
 */
@ApplicationScoped
class OrderSecrets {

    /** Without the look-alikes 0 O, 1 I L, 2 Z, 5 S, 8 B, and without U and V side by side in handwriting. */
    private static final String LETTERS = "34679ACDEFGHJKMNPQRTWXY";
    private static final int CODE_LENGTH = 9;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TicketKey key;

    OrderSecrets(TicketKey key) {
        this.key = key;
    }

    String nextCode() {
        return RANDOM.ints(CODE_LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (code, letter) -> code.append(LETTERS.charAt(letter)),
                        StringBuilder::append)
                .toString();
    }

    /** 256 bits that open the order of this code. */
    public String secretOf(String code) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.derive("order-secret", code));
    }

    /** Tells a buyer again without keeping a second copy of the address. */
    byte[] emailDigest(String email) {
        return key.derive("buyer-email", email.strip().toLowerCase(Locale.ROOT));
    }
}
