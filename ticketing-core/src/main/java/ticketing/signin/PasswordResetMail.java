package ticketing.signin;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import org.jboss.logging.Logger;

/** Carries the link to a new password. Not queued: whoever waits for it asks again, and a queue would keep the link. */
@ApplicationScoped
class PasswordResetMail {

    private static final Logger LOG = Logger.getLogger(PasswordResetMail.class);

    private static final String SUBJECT = "Your new password for Ticket D-Saster";
    private static final String TEXT = """
            Hello %s,

            somebody, hopefully you, asked for a new password. Choose it here:

            %s/admin/reset#%s

            The link works once, for %d minutes. Choosing a new password signs you out everywhere.
            You did not ask? Then nothing needs doing: your password stays as it is.
            """;
    private static final String SUBJECT_DE = "Dein neues Passwort für Ticket D-Saster";
    private static final String TEXT_DE = """
            Hallo %s,

            jemand, hoffentlich du, hat um ein neues Passwort gebeten. Hier kannst du es wählen:

            %s/admin/reset#%s

            Der Link gilt einmal, %d Minuten lang. Ein neues Passwort meldet dich überall ab.
            Du hast nicht darum gebeten? Dann ist nichts zu tun: Dein Passwort bleibt, wie es ist.
            """;

    private final Mailer mailer;
    private final SignInConfig config;

    PasswordResetMail(Mailer mailer, SignInConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    void send(ResetPassword.Begun reset, Locale language) {
        var german = language.getLanguage().equals(Locale.GERMAN.getLanguage());
        var text = (german ? TEXT_DE : TEXT).formatted(reset.account().name(), config.publicUrl(), reset.token(),
                config.reset().toMinutes());
        try {
            mailer.send(Mail.withText(reset.account().email(), german ? SUBJECT_DE : SUBJECT, text));
        } catch (RuntimeException e) {
            LOG.warnf("password reset not sent cause=%s", e.getClass().getName());
        }
    }
}
