package ticketing.mail;

import jakarta.enterprise.context.ApplicationScoped;

/** Letters to be written and sent later. Queued in the transaction that gives the reason to write. */
@ApplicationScoped
public class MailQueue {

    private final MailStore store;

    MailQueue(MailStore store) {
        this.store = store;
    }

    /** One letter of a kind about one subject, however often it is asked for. */
    public void queue(String kind, String subjectId) {
        store.queue(kind, subjectId);
    }
}
