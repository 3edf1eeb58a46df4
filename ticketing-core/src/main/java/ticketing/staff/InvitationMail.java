package ticketing.staff;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import org.jboss.logging.Logger;

/** Tells somebody that they are invited. A mail that does not go out is no disaster: adding them again sends another. */
@ApplicationScoped
class InvitationMail {

    private static final Logger LOG = Logger.getLogger(InvitationMail.class);
    private static final String TEXT = """
            Hello %s,

            you are invited to work with Ticket D-Saster. Choose your password here:

            %s/admin/invitation#%s

            The link works once, for seven days.
            """;

    private final Mailer mailer;
    private final StaffConfig config;

    InvitationMail(Mailer mailer, StaffConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    void send(String email, String name, String invitation) {
        try {
            mailer.send(Mail.withText(email, "Your invitation to Ticket D-Saster",
                    TEXT.formatted(name, config.publicUrl(), invitation)));
        } catch (RuntimeException e) {
            LOG.warnf("invitation not sent cause=%s", e.getClass().getName());
        }
    }
}
