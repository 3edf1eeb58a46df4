package ticketing.outbox;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How what happened here reaches the waiting room. */
@ConfigMapping(prefix = "ticketing.outbox")
interface OutboxConfig {

    /** Messages sent in one go. More means fewer round trips after an outage, and more repeats after a crash. */
    @WithDefault("200")
    @Min(1)
    @Max(1000)
    int batch();

    /** About how many messages the stream keeps for readers that are away; each takes some 150 bytes of Redis. */
    @WithDefault("100000")
    @Min(1000)
    @Max(10_000_000)
    int streamLength();

    /** How far a watermark stays behind the clock; covers clocks that disagree. More delays unused slots' return. */
    @WithDefault("PT5S")
    Duration watermarkMargin();

    /** How long a dead dispatcher's work waits for another instance. */
    @WithDefault("PT10S")
    Duration lease();
}
