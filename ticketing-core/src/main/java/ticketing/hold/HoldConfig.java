package ticketing.hold;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How seats are held. How long is the event's own setting. */
@ConfigMapping(prefix = "ticketing.hold")
interface HoldConfig {

    /** A hold, extended or not, never outlives this many times the event's hold length. */
    @WithDefault("2")
    @Min(1)
    @Max(10)
    int mostLengths();

    /**
     * From the moment an order begins its seats wait at least this long for the provider's answer, even when the hold
     * ends sooner. Payments that take longer must find the seats still free, or are refunded.
     */
    @WithDefault("PT15S")
    Duration paymentGrace();

    /** How often a search for the best seats starts over when others take what it found. More serves a rush better. */
    @WithDefault("6")
    @Min(1)
    @Max(50)
    int bestSeatAttempts();

    /** Ended holds written down in one go. Nobody waits for it: an ended hold's seats are free either way. */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int sweepBatch();
}
