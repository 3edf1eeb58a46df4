package ticketing.auditor;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often and how far back the books are proven. */
@ConfigMapping(prefix = "ticketing.auditor")
interface AuditorConfig {

    /** How long between two audits. Each reads the orders and holds of the events that were touched lately. */
    @WithDefault("5m")
    Duration every();

    /** Events without an order or a hold for that long are left out. Longer costs more reading. */
    @WithDefault("1d")
    Duration lookBack();

    /** How many findings of one rule a report lists. */
    @WithDefault("1000")
    @Min(1)
    @Max(100_000)
    int mostFindings();
}
