package standalone.mail;

import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;

/** Any recipient: the mail is on disk already, so there is no mailbox to put it into. */
record Everybody(String getEmail) implements GreenMailUser {

    @Override
    public String getLogin() {
        return getEmail;
    }

    @Override
    public void deliver(MovingMessage message) {
        // Kept as a file.
    }

    @Override
    public void deliver(MimeMessage message) {
        // Kept as a file.
    }

    @Override
    public void create() {
        // Needs no account.
    }

    @Override
    public void delete() {
        // Has no account.
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        // Nobody logs in.
    }

    @Override
    public void authenticate(String password) {
        // Nobody logs in.
    }

    @Override
    public String getQualifiedMailboxName() {
        return getEmail;
    }
}
