package standalone.mail;

import java.io.IOException;

import jakarta.mail.MessagingException;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import standalone.process.StartFailure;

/**
 * An SMTP server that takes every mail for everybody and sends none on. A mail is on disk before its sender is told that
 * it was taken.
 */
public final class MailCatcher {

    private final GreenMail server;
    private final MailFolder mails;

    public MailCatcher(int port, MailFolder mails) {
        this.mails = mails;
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler(this::keep);
    }

    public void start() {
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new StartFailure("The mail catcher does not start: " + e.getMessage(), e);
        }
    }

    public void stop() {
        server.stop();
    }

    /** Asked once for each recipient; the mail is kept for the first. */
    private GreenMailUser keep(MovingMessage message, MailAddress recipient) {
        if (message.getToAddresses().iterator().next().equals(recipient)) {
            mails.add(out -> {
                try {
                    message.getMessage().writeTo(out);
                } catch (MessagingException e) {
                    throw new IOException("mail cannot be written", e);
                }
            });
        }
        return new Everybody(recipient.getEmail());
    }

}
