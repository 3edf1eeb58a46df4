package waitingroom.store;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The waiting room's patience with Redis. */
@ConfigMapping(prefix = "waiting-room.store")
interface StoreConfig {

    /**
     * How long a request waits for Redis before it is answered 503. Longer hides short hiccups of the store; shorter
     * keeps threads and fans from piling up behind a store that is gone.
     */
    @WithDefault("2s")
    Duration patience();
}
