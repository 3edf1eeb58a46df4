package waitingroom.queue;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the queue moves. */
@ConfigMapping(prefix = "waiting-room.queue")
public interface QueueConfig {

    /** Pause between two rounds of calls on each instance. Longer makes the queue move in jerks. */
    @WithDefault("150ms")
    Duration promotionPause();

    /**
     * After how long at most a call nobody followed counts as a likely no-show, so that others may be called ahead;
     * earlier where fans are seen to come faster. Shorter fills the hall sooner and lets more fans meet a full gate.
     */
    @WithDefault("10s")
    Duration noShowSuspicion();

    /**
     * For how long nobody new is called or admitted after the store began a new life, so that every instance can tell
     * the admissions it remembers. Shorter than instances need for one round of calls risks more than maxActive.
     */
    @WithDefault("3s")
    Duration recoveryHold();

    /** Least pause between the two steps of joining. Longer costs every fan that much, and cookie-less bots nothing. */
    @WithDefault("1s")
    Duration joinPause();

    /** Least pause between two reads of one visitor. A little under the second that clients are told to keep. */
    @WithDefault("900ms")
    Duration readPause();
}
