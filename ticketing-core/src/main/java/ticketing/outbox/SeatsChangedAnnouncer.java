package ticketing.outbox;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import org.jboss.logging.Logger;

/**
 * Tells every instance that seats of an event changed, once the change is committed: of a hot sale's many changes one
 * message in a moment tells them all. Nobody waits for it, and nothing is lost with it: who shows seats also looks for
 * changes by themselves (T7).
 */
@ApplicationScoped
class SeatsChangedAnnouncer {

    private static final Logger LOG = Logger.getLogger(SeatsChangedAnnouncer.class);
    private static final String CHANNEL = "ticketing:seats";
    /** Shorter than the pause of those who look, so that it delays nobody who watches. */
    private static final long A_MOMENT_MILLIS = 20;

    private final ReactivePubSubCommands<String> channel;
    private final Vertx vertx;
    private final Set<String> untold = ConcurrentHashMap.newKeySet();

    SeatsChangedAnnouncer(ReactiveRedisDataSource redis, Vertx vertx) {
        this.channel = redis.pubsub(String.class);
        this.vertx = vertx;
    }

    void announce(@Observes(during = TransactionPhase.AFTER_SUCCESS) SeatsChanged change) {
        var event = change.eventId();
        if (untold.add(event)) {
            vertx.setTimer(A_MOMENT_MILLIS, timer -> tell(event));
        }
    }

    /** What changes from here on is told by the next message. */
    private void tell(String event) {
        untold.remove(event);
        channel.publish(CHANNEL, new JsonObject().put("event", event).encode())
                .subscribe().with(done -> {}, failure -> LOG.debugf("seats not announced cause=%s",
                        failure.getClass().getSimpleName()));
    }
}
