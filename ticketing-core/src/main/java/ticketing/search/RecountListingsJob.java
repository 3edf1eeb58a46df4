package ticketing.search;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;
import ticketing.outbox.SeatsChanged;

/**
 * Counts the events whose seats this instance changed, once a second, however many fans changed them. What an instance
 * changed just before it died is found by going round all events on sale.
 */
@ApplicationScoped
class RecountListingsJob {

    private static final Logger LOG = Logger.getLogger(RecountListingsJob.class);
    private static final int AT_ONCE = 50;

    private final RecountListings recountListings;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    RecountListingsJob(RecountListings recountListings) {
        this.recountListings = recountListings;
    }

    void note(@Observes(during = TransactionPhase.AFTER_SUCCESS) SeatsChanged change) {
        changed.add(change.eventId());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        var due = changed.stream().limit(AT_ONCE).toList();
        if (due.isEmpty()) {
            return;
        }
        due.forEach(changed::remove);
        try {
            var counted = Set.copyOf(recountListings.count(due));
            due.stream().filter(event -> !counted.contains(event)).forEach(changed::add);
        } catch (RuntimeException e) {
            changed.addAll(due);
            waits(e);
        }
    }

    @Scheduled(every = "60s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void goRound() {
        try {
            recountListings.countOldest(AT_ONCE);
        } catch (RuntimeException e) {
            waits(e);
        }
    }

    /** The database is away: what is to be counted stays so. */
    private static void waits(RuntimeException cause) {
        LOG.warnf("listings wait cause=%s", cause.getClass().getSimpleName());
    }
}
