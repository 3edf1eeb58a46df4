package ticketing.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.context.SmallRyeThreadContext;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;
import ticketing.mail.MailStore.MailTask;
import ticketing.mail.MailWriter.Letter;

/** Sends what is due. A mail server that is away delays letters; it loses none, and stops no sale. */
@ApplicationScoped
class SendMailJob {

    private static final Logger LOG = Logger.getLogger(SendMailJob.class);

    private final SendMail sendMail;
    private final Instance<MailWriter> writers;
    private final Mailer mailer;
    /** The mailer takes attachments byte by byte; to carry contexts along at each costs more than the letter. */
    private final SmallRyeThreadContext nothing = SmallRyeThreadContext.builder().propagated(new String[0])
            .cleared(new String[0]).unchanged(ThreadContext.ALL_REMAINING).build();

    SendMailJob(SendMail sendMail, @Any Instance<MailWriter> writers, Mailer mailer) {
        this.sendMail = sendMail;
        this.writers = writers;
        this.mailer = mailer;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try {
            sendMail.takeDue().forEach(this::send);
        } catch (RuntimeException e) {
            // The database is away: what is due stays due.
            LOG.warnf("mails wait cause=%s", e.getClass().getSimpleName());
        }
    }

    private void send(MailTask task) {
        try {
            writers.stream().filter(writer -> writer.kind().equals(task.kind())).findFirst()
                    .flatMap(writer -> writer.write(task.subjectId()))
                    .ifPresent(this::send);
            sendMail.done(task);
        } catch (RuntimeException e) {
            // The task is due again later, and later each time.
            LOG.warnf("mail not sent kind=%s task=%d attempt=%d cause=%s", task.kind(), task.id(), task.attempts(),
                    e.getClass().getSimpleName());
        }
    }

    private void send(Letter letter) {
        SmallRyeThreadContext.withThreadContext(nothing, () -> mailer.send(toMail(letter)));
    }

    private static Mail toMail(Letter letter) {
        var mail = Mail.withText(letter.to(), letter.subject(), letter.text()).setHtml(letter.html());
        letter.attachments().forEach(paper -> mail.addAttachment(paper.name(), paper.content(), paper.type()));
        return mail;
    }
}
