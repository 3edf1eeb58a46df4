package ticketing.signin;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes guessing slow, and lets nobody use that against somebody else: attempts count for the pair of address and
 * account, for the address, and slowly for the account; a device that its owner has signed in on before counts for
 * itself alone, so that it gets in whatever others do. Counted before the attempt is made, so that many at once cannot
 * slip through together.
 */
@ApplicationScoped
class LoginThrottle {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final LoginAttemptStore attempts;
    private final DeviceTokens devices;
    private final SignInConfig config;

    LoginThrottle(LoginAttemptStore attempts, DeviceTokens devices, SignInConfig config) {
        this.attempts = attempts;
        this.devices = devices;
        this.config = config;
    }

    /** How long to wait; empty when the attempt may be made. */
    Optional<Duration> tooOften(String account, Origin origin) {
        var mayTry = knownDevice(account, origin)
                .map(device -> attempts.count(device, config.window()) <= config.attemptsPerPair())
                .orElseGet(() -> strangerMayTry(account, origin));
        return mayTry ? Optional.empty() : Optional.of(config.window());
    }

    private boolean strangerMayTry(String account, Origin origin) {
        return attempts.count(ofAddress(origin), config.window()) <= config.attemptsPerAddress()
                && attempts.count(ofPair(account, origin), config.window()) <= config.attemptsPerPair()
                && attempts.count(ofAccount(account), config.slowWindow()) <= config.attemptsPerAccount();
    }

    /** The attempt was a good one, and counts for nothing. */
    void passed(String account, Origin origin) {
        knownDevice(account, origin).ifPresentOrElse(attempts::clear, () -> {
            attempts.clear(ofPair(account, origin));
            attempts.uncount(ofAddress(origin));
            attempts.uncount(ofAccount(account));
        });
    }

    /** Whoever proved to read the account's mail is its owner, and need not wait for what others did. */
    void forgive(String account) {
        attempts.clear(ofAccount(account));
    }

    /** How long to wait before asking for another mail; empty for now. */
    Optional<Duration> asksTooOften(Origin origin) {
        return attempts.count("reset-address:" + origin.subscriber(), AN_HOUR) <= config.attemptsPerAddress()
                ? Optional.empty()
                : Optional.of(AN_HOUR);
    }

    /** Whether one more mail may go to that account. */
    boolean mayMail(String account) {
        return attempts.count("reset:" + account, AN_HOUR) <= config.resetsPerHour();
    }

    private Optional<String> knownDevice(String account, Origin origin) {
        return origin.knownDevice().flatMap(token -> devices.mark(token, account)).map(mark -> "device:" + mark);
    }

    private static String ofAddress(Origin origin) {
        return "address:" + origin.subscriber();
    }

    private static String ofPair(String account, Origin origin) {
        return "pair:" + origin.subscriber() + " " + account;
    }

    private static String ofAccount(String account) {
        return "account:" + account;
    }
}
