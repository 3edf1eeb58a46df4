package ticketing.mail;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.mail.MailStore.MailTask;

/** The queue's side of sending: what is due, and what is done. The letter itself goes out between the two. */
@ApplicationScoped
class SendMail {

    private static final int BATCH = 10;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);

    private final MailStore store;

    SendMail(MailStore store) {
        this.store = store;
    }

    @Transactional
    List<MailTask> takeDue() {
        return store.takeDue(BATCH, FIRST_RETRY);
    }

    @Transactional
    void done(MailTask task) {
        store.forget(task);
    }
}
