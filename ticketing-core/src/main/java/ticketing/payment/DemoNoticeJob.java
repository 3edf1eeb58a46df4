package ticketing.payment;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

/** The demo provider's notices, delivered until they are taken. */
@ApplicationScoped
class DemoNoticeJob {

    private static final Logger LOG = Logger.getLogger(DemoNoticeJob.class);

    private final DemoProvider provider;
    private final NoticeReceiver receiver;

    DemoNoticeJob(DemoProvider provider, NoticeReceiver receiver) {
        this.provider = provider;
        this.receiver = receiver;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try {
            provider.takeDueNotices().forEach(this::deliver);
        } catch (RuntimeException e) {
            // The database is away: what is due stays due.
            LOG.warnf("notices wait cause=%s", e.getClass().getSimpleName());
        }
    }

    private void deliver(DemoStore.DueNotice notice) {
        try {
            receiver.receive(NoticeReceiver.Notice.of(DemoProvider.METHOD, notice.id(), notice.paymentId(), true));
            provider.delivered(notice);
        } catch (RuntimeException e) {
            // Stays due; a provider repeats what was not taken.
            LOG.warnf("notice not taken payment=%s cause=%s", notice.paymentId(), e.getClass().getSimpleName());
        }
    }
}
