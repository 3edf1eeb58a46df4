package ticketing.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import ticketing.outbox.SeatsChanged;

/**
 * Keeps the views up to date: at once when a change is announced, and regularly for the changes whose announcement
 * was lost. A thread of its own, because the scheduler knows nothing shorter than a second.
 */
@ApplicationScoped
class RefreshViewsJob {

    private static final Logger LOG = Logger.getLogger(RefreshViewsJob.class);

    private final RefreshViews refreshViews;
    private final LiveEvents live;
    private final AvailabilityConfig config;
    private final InstantSource clock;
    private final Semaphore news = new Semaphore(0);
    private final Semaphore stop = new Semaphore(0);
    private Instant beatAt = Instant.MIN;
    private boolean failing;
    private Thread thread;

    RefreshViewsJob(RefreshViews refreshViews, LiveEvents live, AvailabilityConfig config, InstantSource clock) {
        this.refreshViews = refreshViews;
        this.live = live;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofVirtual().name("refresh-views").start(this::run);
    }

    /** This instance changed seats itself; the others hear it through {@link SeatNewsStore}. */
    void announce(@Observes(during = TransactionPhase.AFTER_SUCCESS) SeatsChanged change) {
        announce();
    }

    /** Seats of some event changed. */
    void announce() {
        refreshViews.announce();
        news.release();
    }

    void end(@Observes ShutdownEvent stopping) throws InterruptedException {
        stop.release();
        news.release();
        if (thread != null) {
            thread.join(config.refreshAtLeastEvery());
        }
    }

    private void run() {
        try {
            while (!stop.tryAcquire(config.refreshAtMostEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                refresh();
                if (news.tryAcquire(config.refreshAtLeastEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh() {
        try {
            refreshViews.refresh();
            if (isDue(config.heartbeat())) {
                beatAt = clock.instant();
                live.dropUnwatched();
                live.all().values().forEach(LiveEvent::beat);
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warnf(e, "views not refreshed, trying again views=%d", live.all().size());
            }
            failing = true;
        }
    }

    private boolean isDue(Duration every) {
        return beatAt.isBefore(clock.instant().minus(every));
    }
}
