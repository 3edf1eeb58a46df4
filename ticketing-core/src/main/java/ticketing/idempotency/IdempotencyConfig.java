package ticketing.idempotency;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long answers are kept. */
@ConfigMapping(prefix = "ticketing.idempotency")
interface IdempotencyConfig {

    /** Shorter saves space; clients may rely on 24 hours. */
    @WithDefault("24h")
    Duration keep();

    /** After this an attempt that never ended counts as dead. Longer than the longest request, or it may run twice. */
    @WithDefault("30s")
    Duration attemptTimeout();
}
