package ticketing.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands;
import io.vertx.core.json.JsonObject;
import org.jboss.logging.Logger;

/**
 * Tells every instance that seats of an event changed, once the change is committed. Nobody waits for it, and nothing
 * is lost with it: who shows seats also looks for changes by themselves (T7).
 */
@ApplicationScoped
class SeatsChangedAnnouncer {

    private static final Logger LOG = Logger.getLogger(SeatsChangedAnnouncer.class);
    private static final String CHANNEL = "ticketing:seats";

    private final ReactivePubSubCommands<String> channel;

    SeatsChangedAnnouncer(ReactiveRedisDataSource redis) {
        this.channel = redis.pubsub(String.class);
    }

    void announce(@Observes(during = TransactionPhase.AFTER_SUCCESS) SeatsChanged change) {
        channel.publish(CHANNEL, new JsonObject().put("event", change.eventId()).encode())
                .subscribe().with(done -> {}, failure -> LOG.debugf("seats not announced cause=%s",
                        failure.getClass().getSimpleName()));
    }
}
