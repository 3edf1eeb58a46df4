package ticketing.signin;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import ticketing.staff.Account;

/** All of resetting passwords, in one hand for the resource. */
@ApplicationScoped
class PasswordResets {

    private static final Logger LOG = Logger.getLogger(PasswordResets.class);

    private final ResetPassword resetPassword;
    private final PasswordResetMail mail;
    private final LoginThrottle throttle;
    private final DeviceTokens devices;
    private final SignInConfig config;

    PasswordResets(ResetPassword resetPassword, PasswordResetMail mail, LoginThrottle throttle, DeviceTokens devices,
            SignInConfig config) {
        this.resetPassword = resetPassword;
        this.mail = mail;
        this.throttle = throttle;
        this.devices = devices;
        this.config = config;
    }

    Optional<Duration> tooOften(Origin origin) {
        return throttle.asksTooOften(origin);
    }

    void mail(String email, Locale language) {
        try {
            resetPassword.begin(email, config).ifPresent(begun -> mail.send(begun, language));
        } catch (RuntimeException e) {
            // The database is away. Nobody waits for an answer; whoever waits for the mail asks again.
            LOG.warnf("password reset not begun cause=%s", e.getClass().getSimpleName());
        }
    }

    boolean isOpen(String token) {
        return resetPassword.isOpen(token);
    }

    /** What the device keeps to be known: whoever reads the account's mail is its owner. */
    Optional<String> complete(String token, String passwordHash) {
        return resetPassword.complete(token, passwordHash).map(Account::email).map(devices::next);
    }
}
