package waitingroom.store;

import java.time.InstantSource;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.vertx.redis.client.Redis;

/** Makes the store's access and the clock of this process; the only place that reads the clock. */
class StoreProducer {

    @Produces
    @Singleton
    ScriptStore scriptStore(Redis redis, StoreConfig config) {
        return new ScriptStore(redis, () -> "", config.patience());
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
