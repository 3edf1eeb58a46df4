package ticketing.picture;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the events' pictures. */
@ConfigMapping(prefix = "ticketing.picture")
interface PictureConfig {

    /** How much of the pictures that were shown lately stays in memory. Less makes crowds read from the database. */
    @WithDefault("32M")
    MemorySize remembered();

    /** How long one stays there; that long after it was taken away, another instance may still show it. */
    @WithDefault("1m")
    Duration rememberedFor();
}
