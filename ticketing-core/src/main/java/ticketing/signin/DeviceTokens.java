package ticketing.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.secret.TicketKey;

/**
 * What a device keeps that somebody has signed in on, as a cookie: {@code nonce.expiry.mac}, good for one account. It
 * opens nothing. It only keeps the door's handle free while strangers rattle at it.
 */
@ApplicationScoped
class DeviceTokens {

    static final String COOKIE = "staff-device";

    private static final int NONCE_BYTES = 16;
    private static final String USE = "staff device";

    private final TicketKey key;
    private final SignInConfig config;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    DeviceTokens(TicketKey key, SignInConfig config, InstantSource clock) {
        this.key = key;
        this.config = config;
        this.clock = clock;
    }

    String next(String account) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var what = base64(nonce) + "." + clock.instant().plus(config.knownDevice()).getEpochSecond();
        return what + "." + mac(account, what);
    }

    /** The device's own mark, when the token is ours, for that account, and still good. */
    Optional<String> mark(String token, String account) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("\\d{1,12}")) {
            return Optional.empty();
        }
        var genuine = MessageDigest.isEqual(parts[2].getBytes(UTF_8),
                mac(account, parts[0] + "." + parts[1]).getBytes(UTF_8));
        return genuine && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1])))
                ? Optional.of(parts[0])
                : Optional.empty();
    }

    private String mac(String account, String what) {
        return base64(key.derive(USE, account + " " + what));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
