package waitingroom.queue;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import waitingroom.release.Release.Mode;
import waitingroom.release.ReleaseCatalog;
import waitingroom.release.StoredRelease;
import waitingroom.schedule.Ticker;

/** Calls who is next, on every instance: there is no leader to lose, because each round is one script. */
@Singleton
class PromoteVisitorsJob {

    private final QueueStore store;
    private final QueueConfig config;
    private final ReleaseCatalog catalog;
    private final InstantSource clock;
    private final Event<QueueRecovered> recovered;
    private final Map<String, Long> lives = new HashMap<>();
    private Ticker ticker;

    PromoteVisitorsJob(QueueStore store, QueueConfig config, ReleaseCatalog catalog, InstantSource clock,
            Event<QueueRecovered> recovered) {
        this.store = store;
        this.config = config;
        this.catalog = catalog;
        this.clock = clock;
        this.recovered = recovered;
    }

    void start(@Observes Startup event) {
        ticker = Ticker.every(config.promotionPause(), "promote-visitors", this::promoteAll);
    }

    void stop(@Observes Shutdown event) {
        ticker.close();
    }

    private void promoteAll() {
        Ticker.each(catalog.all().stream().filter(this::mayMove).toList(), this::promote);
    }

    /** Whichever instance made the queue safe: every other learns of it with its next round. */
    private void promote(StoredRelease stored) {
        var round = store.promote(stored.id(), config.noShowSuspicion());
        var known = lives.getOrDefault(stored.id(), round.lives());
        if (known != round.lives()) {
            recovered.fire(new QueueRecovered(stored.id()));
        }
        lives.put(stored.id(), round.lives());
    }

    /** Spares the store the rounds that cannot call anybody; the script decides, on the store's clock. */
    private boolean mayMove(StoredRelease stored) {
        var release = stored.release();
        var about = clock.instant().plusSeconds(5);
        return release.mode() != Mode.CLOSED && release.mode() != Mode.HOLD && !about.isBefore(release.opensAt())
                && release.closesAt().filter(closing -> closing.isBefore(clock.instant().minusSeconds(5))).isEmpty();
    }
}
