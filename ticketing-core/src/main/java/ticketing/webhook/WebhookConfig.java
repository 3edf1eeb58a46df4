package ticketing.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How organizations' own systems are told. */
@ConfigMapping(prefix = "ticketing.webhook")
interface WebhookConfig {

    /** Networks (CIDR) that may be called although they are not public, also without TLS. For tests; best left empty. */
    Optional<List<String>> allowedNetworks();

    /** How long a receiver may take to answer. Longer ties up a place for slow ones. */
    @WithDefault("10s")
    Duration patience();

    /** Deliveries under way at once on one instance. */
    @WithDefault("50")
    @Min(1)
    @Max(1000)
    int atOnce();

    /** What is waited after each attempt that failed; after the last the delivery is given up. */
    @WithDefault("5s,1m,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> retries();

    /** How long a receiver that failed is left alone, with all that is meant for it. */
    @WithDefault("5s")
    Duration pause();

    /** A receiver to which nothing came through for so long is disabled. */
    @WithDefault("5d")
    Duration disableAfter();

    /** How long the secret before the last signs too, after it was changed. */
    @WithDefault("24h")
    Duration secretOverlap();

    /** How long messages and the log of their deliveries are kept, and can be sent again. */
    @WithDefault("30d")
    Duration keep();

    /** How many receivers an organization has at most. */
    @WithDefault("20")
    @Min(1)
    @Max(1000)
    int mostEndpoints();
}
