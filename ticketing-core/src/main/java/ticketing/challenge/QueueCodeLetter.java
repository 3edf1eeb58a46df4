package ticketing.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.mail.MailQueue;

/** Has a letter with a code written: the mail server may be away for a moment. */
@ApplicationScoped
class QueueCodeLetter {

    private final MailQueue mails;

    QueueCodeLetter(MailQueue mails) {
        this.mails = mails;
    }

    @Transactional
    void queue(String letter) {
        mails.queue(CodeMail.KIND, letter);
    }
}
