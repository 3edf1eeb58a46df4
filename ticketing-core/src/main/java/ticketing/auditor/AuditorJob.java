package ticketing.auditor;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;
import ticketing.outbox.TaskLeases;

/** Audits again and again while the sale runs, on one instance at a time. What it finds is for people: it mends nothing. */
@ApplicationScoped
class AuditorJob {

    private static final Logger LOG = Logger.getLogger(AuditorJob.class);
    private static final String TASK = "auditor";

    private final TaskLeases leases;
    private final AuditSale auditSale;
    private final AuditorMetrics metrics;
    private final AuditorConfig config;

    AuditorJob(TaskLeases leases, AuditSale auditSale, AuditorMetrics metrics, AuditorConfig config) {
        this.leases = leases;
        this.auditSale = auditSale;
        this.metrics = metrics;
        this.config = config;
    }

    @Scheduled(every = "${ticketing.auditor.every:5m}", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try {
            if (leases.take(TASK, config.every())) {
                report(auditSale.audit());
            }
        } catch (RuntimeException e) {
            metrics.failed();
            LOG.warnf("audit not finished cause=%s", e.getClass().getSimpleName());
        }
    }

    private void report(AuditReport report) {
        metrics.finished(report);
        report.findings().forEach(finding -> LOG.errorf("the books are wrong rule=%s event=%s subject=%s %s",
                finding.rule().key(), finding.eventId(), finding.subject(), finding.detail()));
        LOG.infof("audit finished events=%d findings=%d", report.events().size(), report.findings().size());
    }
}
