package waitingroom.fairness;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the fairness log is hashed and signed. */
@ConfigMapping(prefix = "waiting-room.fairness")
interface FairnessConfig {

    /** Pause between two looks at what is new in the logs. Longer makes receipts later, shorter costs round trips. */
    @WithDefault("400ms")
    Duration pause();

    /**
     * How long an entry stands in the store before a head over it is signed. It must not be shorter than the store
     * takes to make a write safe (a second with {@code appendfsync everysec}): else a crash could make the log
     * contradict a head that was published.
     */
    @WithDefault("1s")
    Duration settle();
}
