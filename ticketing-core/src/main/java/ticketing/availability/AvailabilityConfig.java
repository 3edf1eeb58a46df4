package ticketing.availability;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How live the seat maps are, and what they may cost. */
@ConfigMapping(prefix = "ticketing.availability")
interface AvailabilityConfig {

    /** The longest a change may wait when nobody announces it. Longer saves queries, and shows seats that are gone. */
    @WithDefault("400ms")
    Duration refreshAtLeastEvery();

    /** The shortest time between two looks at the database. Longer saves queries in a hot sale. */
    @WithDefault("50ms")
    Duration refreshAtMostEvery();

    /** A margin for the moment in which a transaction has begun and does not show yet. */
    @WithDefault("250ms")
    Duration overlap();

    /** How long a view that nobody looks at is kept. */
    @WithDefault("60s")
    Duration keepUnwatched();

    /** Events shown live at once by one instance; each takes about 100 bytes a seat. Above, fans are asked to wait. */
    @WithDefault("300")
    @Min(1)
    @Max(100_000)
    int mostViews();

    /** Open streams of one instance. */
    @WithDefault("20000")
    @Min(1)
    @Max(1_000_000)
    int mostStreams();

    /** Messages that may wait for one slow reader before it is cut off; it comes back and goes on from where it was. */
    @WithDefault("64")
    @Min(4)
    @Max(10_000)
    int mostWaitingMessages();

    /** How often a quiet stream says that it lives. Proxies close what is silent for long. */
    @WithDefault("10s")
    Duration heartbeat();

    /** How often prices and names of categories are read again. */
    @WithDefault("2s")
    Duration rereadCategories();

    /** Gated events whose tiers are told to the queue page, the next sales first. */
    @WithDefault("50")
    @Min(0)
    @Max(10_000)
    int mostTierEvents();

    /** How often an unchanged list of tiers is written again, for a store that lost it. */
    @WithDefault("30s")
    Duration repeatTiers();
}
