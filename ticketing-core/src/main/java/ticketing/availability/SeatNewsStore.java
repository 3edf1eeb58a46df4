package ticketing.availability;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import org.jboss.logging.Logger;

/**
 * Hears from every instance that seats changed. Only a reason to look sooner: what changed is read from the database,
 * so that a lost message, or a store that is away, makes nothing wrong and little late (T7).
 */
@ApplicationScoped
class SeatNewsStore {

    private static final Logger LOG = Logger.getLogger(SeatNewsStore.class);
    private static final String CHANNEL = "ticketing:seats";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final ReactiveRedisDataSource redis;
    private final RefreshViewsJob job;
    private final AtomicReference<Optional<Cancellable>> listening = new AtomicReference<>(Optional.empty());

    SeatNewsStore(ReactiveRedisDataSource redis, RefreshViewsJob job) {
        this.redis = redis;
        this.job = job;
    }

    void listen(@Observes StartupEvent started) {
        var messages = Multi.createFrom().deferred(() -> redis.pubsub(String.class).subscribe(CHANNEL))
                .onCompletion().failWith(() -> new IllegalStateException("the subscription ended"))
                .onFailure().invoke(failure -> LOG.debugf("no seat news cause=%s", failure.getClass().getName()))
                .onFailure().retry().withBackOff(SOON, LATER).indefinitely();
        listening.set(Optional.of(messages.subscribe().with(message -> job.announce())));
    }

    void end(@Observes ShutdownEvent stopping) {
        listening.getAndSet(Optional.empty()).ifPresent(Cancellable::cancel);
    }
}
