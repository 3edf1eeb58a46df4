package waitingroom.key;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How signing keys change. */
@ConfigMapping(prefix = "waiting-room.key")
interface KeyConfig {

    /**
     * How long a key signs before the next is published by itself. Shorter limits what a key that leaked unnoticed can
     * do; zero leaves rotation to admins.
     */
    @WithDefault("7d")
    Duration rotation();

    /** How long a new key is published before it signs. Must exceed what verifiers cache: they are told 5 s. */
    @WithDefault("90s")
    Duration publication();

    /** How long an old key stays published after it signed last. Must exceed the life of a token, at most 300 s. */
    @WithDefault("10m")
    Duration overlap();
}
