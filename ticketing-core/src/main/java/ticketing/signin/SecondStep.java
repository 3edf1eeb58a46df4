package ticketing.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.secret.TicketKey;

/**
 * What stands for a password that was right, until the code of the second factor follows: {@code staff.expiry.mac}. So
 * that nobody in between need keep the password. It opens nothing without the code.
 */
@ApplicationScoped
class SecondStep {

    private static final String USE = "staff second step";

    private final TicketKey key;
    private final SignInConfig config;
    private final InstantSource clock;

    SecondStep(TicketKey key, SignInConfig config, InstantSource clock) {
        this.key = key;
        this.config = config;
        this.clock = clock;
    }

    String begin(UUID staff) {
        var what = staff + "." + clock.instant().plus(config.secondStep()).getEpochSecond();
        return what + "." + mac(what);
    }

    /** Whose password was right; empty when that is too long ago, or was not here. */
    Optional<UUID> read(String step) {
        var end = step.lastIndexOf('.');
        var what = step.substring(0, Math.max(end, 0));
        if (!MessageDigest.isEqual(mac(what).getBytes(UTF_8), step.substring(end + 1).getBytes(UTF_8))) {
            return Optional.empty();
        }
        var parts = what.split("\\.");
        return clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1])))
                ? Optional.of(UUID.fromString(parts[0]))
                : Optional.empty();
    }

    private String mac(String what) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.derive(USE, what));
    }
}
