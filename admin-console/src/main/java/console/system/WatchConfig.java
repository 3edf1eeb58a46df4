package console.system;

import java.net.URI;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the console looks whether the parts answer. */
@ConfigMapping(prefix = "console.system")
interface WatchConfig {

    /** The front door as it is reached from here; where that is not the address fans use, it has to be said. */
    URI frontDoor();

    URI ticketing();

    URI waitingRoom();

    /** How often each part is looked at. More often tells sooner, and costs every part a request. */
    @WithDefault("2s")
    Duration every();

    /** How long a part may take to answer before it counts as away. */
    @WithDefault("3s")
    Duration patience();
}
