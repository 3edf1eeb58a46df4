package botdefense.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Has everything looked at again a few times a second, so that what an admin changed on one instance holds on all within
 * a second. Also tells whether the store answers.
 */
@ApplicationScoped
public class RefreshJob {

    private static final Logger LOG = Logger.getLogger(RefreshJob.class);
    private static final long PAUSE_MILLIS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Refreshed> refreshed;
    private final StoreHealth health;
    private final Vertx vertx;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private long timer = -1;

    RefreshJob(@All List<Refreshed> refreshed, StoreHealth health, Vertx vertx) {
        this.refreshed = refreshed;
        this.health = health;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        refresh();
        timer = vertx.setPeriodic(PAUSE_MILLIS, id -> refresh());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void refresh() {
        if (underWay.compareAndSet(false, true)) {
            Uni.join().all(refreshed.stream().map(Refreshed::refresh).toList()).andCollectFailures()
                    .ifNoItem().after(PATIENCE).fail()
                    .onTermination().invoke(() -> underWay.set(false))
                    .subscribe().with(done -> health.up(), failure -> {
                        LOG.debugf("not refreshed cause=%s", failure.getClass().getSimpleName());
                        health.down();
                    });
        }
    }
}
