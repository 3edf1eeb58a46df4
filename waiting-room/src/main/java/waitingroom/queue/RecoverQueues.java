package waitingroom.queue;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import waitingroom.release.ReleaseStore;
import waitingroom.store.ScriptStore;

/**
 * Makes every queue safe when the store begins a new life, before any script is loaded into it: a place that the store
 * has forgotten must not be given to somebody else (W2, W8).
 */
@Singleton
class RecoverQueues {

    private static final Logger LOG = Logger.getLogger(RecoverQueues.class);

    private final QueueStore store;
    private final ReleaseStore releases;
    private final ScriptStore scripts;

    RecoverQueues(QueueStore store, ReleaseStore releases, ScriptStore scripts) {
        this.store = store;
        this.releases = releases;
        this.scripts = scripts;
    }

    void start(@Observes @Priority(1) Startup event) {
        scripts.beforeReload(this::recover);
    }

    void recover() {
        var life = scripts.life();
        for (var release : releases.ids()) {
            var leftOut = store.recover(release, life);
            if (leftOut > 0) {
                LOG.warnf("store began a new life, places left out release=%s places=%d", release, leftOut);
            }
        }
    }
}
