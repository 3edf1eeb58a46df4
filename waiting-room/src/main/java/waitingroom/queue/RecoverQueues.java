package waitingroom.queue;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import waitingroom.release.ReleaseStore;
import waitingroom.store.ScriptStore;
import waitingroom.store.StoreUnavailableException;

/**
 * Makes every queue safe when the store begins a new life: a place that the store has forgotten must not be given to
 * somebody else, nor an admission be issued twice (W2, W3, W8). Until that is done no script gives anything.
 */
@Singleton
class RecoverQueues {

    private static final Logger LOG = Logger.getLogger(RecoverQueues.class);

    private final QueueStore store;
    private final QueueConfig config;
    private final ReleaseStore releases;
    private final ScriptStore scripts;

    RecoverQueues(QueueStore store, QueueConfig config, ReleaseStore releases, ScriptStore scripts) {
        this.store = store;
        this.config = config;
        this.releases = releases;
        this.scripts = scripts;
    }

    void start(@Observes @Priority(1) Startup event) {
        scripts.onNewLife(this::recover);
    }

    /** Whichever instance was first: this one may have seen places and calls that nobody else has. */
    void tellWhatWasSeen(@Observes QueueRecovered queue) {
        recover(queue.release());
    }

    private void recover() {
        releases.ids().forEach(this::recover);
    }

    /** In a cluster other releases live on other shards: one that is away must not keep the rest from going on. */
    private void recover(String release) {
        try {
            store.recover(release, config.recoveryHold()).ifPresent(leftOut -> LOG.warnf(
                    "store began a new life, queue made safe release=%s placesLeftOut=%d", release, leftOut));
        } catch (StoreUnavailableException e) {
            LOG.debugf("queue not made safe yet release=%s cause=%s", release, e.getMessage());
        }
    }
}
