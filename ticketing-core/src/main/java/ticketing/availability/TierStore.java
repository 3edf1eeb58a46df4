package ticketing.availability;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.SetArgs;
import io.quarkus.redis.datasource.value.ValueCommands;

/** Where the queue page finds what is left of an event. */
@ApplicationScoped
class TierStore {

    private static final Duration KEEP = Duration.ofHours(1);

    private final ValueCommands<String, String> values;

    TierStore(RedisDataSource redis) {
        this.values = redis.value(String.class);
    }

    void publish(String event, String tiers) {
        values.set("ticketing:tiers:" + event, tiers, new SetArgs().ex(KEEP));
    }
}
