package waitingroom.fairness;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import waitingroom.release.ReleaseCatalog;
import waitingroom.schedule.Ticker;

/** Keeps the tree heads of all releases up with their logs, on every instance. */
@Singleton
class SignTreeHeadsJob {

    private final TreeHeads heads;
    private final ReleaseCatalog catalog;
    private final FairnessConfig config;
    private Ticker ticker;

    SignTreeHeadsJob(TreeHeads heads, ReleaseCatalog catalog, FairnessConfig config) {
        this.heads = heads;
        this.catalog = catalog;
        this.config = config;
    }

    void start(@Observes Startup event) {
        ticker = Ticker.every(config.pause(), "sign-tree-heads",
                () -> Ticker.each(catalog.all(), stored -> heads.advance(stored.id())));
    }

    void stop(@Observes Shutdown event) {
        ticker.close();
    }
}
