package ticketing.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import operation.instance.Instances;
import operation.instance.OwnInstance;
import org.jboss.logging.Logger;

/** Tells every few seconds that this instance lives, and at the end that it stopped on purpose. */
@ApplicationScoped
class AnnounceInstanceJob {

    private static final Logger LOG = Logger.getLogger(AnnounceInstanceJob.class);

    private final Instances<InstanceReport> instances;
    private final OwnInstance own;

    AnnounceInstanceJob(Instances<InstanceReport> instances, OwnInstance own) {
        this.instances = instances;
        this.own = own;
    }

    @Scheduled(every = "4s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        try {
            instances.announce();
        } catch (RuntimeException e) {
            // Redis is away: seats are sold all the same, and the next round tells.
            LOG.debugf("instance not announced cause=%s", e.getClass().getSimpleName());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        try {
            instances.leave(own.id());
        } catch (RuntimeException e) {
            LOG.debugf("instance not signed off cause=%s", e.getClass().getSimpleName());
        }
    }
}
