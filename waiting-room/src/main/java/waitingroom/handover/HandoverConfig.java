package waitingroom.handover;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a place moves to another device of the same fan. */
@ConfigMapping(prefix = "waiting-room.handover")
interface HandoverConfig {

    /** How long a code can be used. Longer gives slow hands more time, and whoever looks over a shoulder, too. */
    @WithDefault("2m")
    Duration codeLife();
}
