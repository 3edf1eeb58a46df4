package waitingroom.admission;

import java.time.Duration;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import waitingroom.admission.AdmissionNews.Ended;
import waitingroom.admission.AdmissionNews.Exchanged;
import waitingroom.admission.AdmissionNews.Outcome;
import waitingroom.admission.AdmissionNews.Unknown;
import waitingroom.admission.AdmissionNews.Watermark;
import waitingroom.release.ReleaseCatalog;
import waitingroom.schedule.Ticker;

/**
 * Returns slots as the ticketing core tells of ended sessions. News is acknowledged only once it has had its effect;
 * what a dead instance left is taken over.
 */
@Singleton
class ReadAdmissionNewsJob {

    private static final Duration DEAD_AFTER = Duration.ofSeconds(5);
    private static final int TICKS_PER_TAKEOVER = 10;

    private final AdmissionNewsStore store;
    private final AdmissionConfig config;
    private final ReleaseCatalog catalog;
    private Ticker ticker;
    private long ticks;

    ReadAdmissionNewsJob(AdmissionNewsStore store, AdmissionConfig config, ReleaseCatalog catalog) {
        this.store = store;
        this.config = config;
        this.catalog = catalog;
    }

    void start(@Observes Startup event) {
        ticker = Ticker.every(config.newsPause(), "admission-news", this::tick);
    }

    void stop(@Observes Shutdown event) {
        ticker.close();
    }

    private void tick() {
        if (ticks++ % TICKS_PER_TAKEOVER == 0) {
            store.createGroup(); // a store that lost its data has lost the group too
            store.takeOver(DEAD_AFTER).forEach(this::apply);
        }
        store.readNew().forEach(this::apply);
    }

    private void apply(AdmissionNews news) {
        switch (news) {
            case Exchanged(String id, String release, String jti) -> store.noteExchanged(release, jti);
            case Ended(String id, String release, String jti, Outcome outcome) ->
                store.noteEnded(release, jti, outcome);
            case Watermark watermark -> applyWatermark(watermark);
            case Unknown unknown -> {
                // only acknowledged
            }
        }
        store.acknowledge(news);
    }

    /** A watermark speaks of all news before it. While some of that is still with another instance, the next will do. */
    private void applyWatermark(Watermark watermark) {
        if (store.isFirstPending(watermark)) {
            catalog.all().forEach(stored -> store.applyWatermark(stored.id(), watermark.at()));
        }
    }
}
