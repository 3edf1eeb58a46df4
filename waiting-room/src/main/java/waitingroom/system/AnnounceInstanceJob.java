package waitingroom.system;

import java.time.Duration;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;

import operation.instance.Instances;
import operation.instance.OwnInstance;
import org.jboss.logging.Logger;
import waitingroom.schedule.Ticker;
import waitingroom.store.StoreUnavailableException;

/** Tells every few seconds that this instance lives, and at the end that it stopped on purpose. */
@Singleton
class AnnounceInstanceJob {

    private static final Logger LOG = Logger.getLogger(AnnounceInstanceJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(4);

    private final Instances<InstanceReport> instances;
    private final OwnInstance own;
    private Ticker ticker;

    AnnounceInstanceJob(Instances<InstanceReport> instances, OwnInstance own) {
        this.instances = instances;
        this.own = own;
    }

    void start(@Observes Startup event) {
        ticker = Ticker.every(PAUSE, "announce-instance", instances::announce);
    }

    void stop(@Observes Shutdown event) {
        ticker.close();
        try {
            instances.leave(own.id());
        } catch (StoreUnavailableException e) {
            LOG.debugf("instance not signed off cause=%s", e.getMessage());
        }
    }
}
