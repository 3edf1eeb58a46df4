package console.gateway;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the services are, and how far the console goes to reach them. */
@ConfigMapping(prefix = "console.gateway")
interface GatewayConfig {

    /** Base address of the ticketing core. */
    URI ticketingUrl();

    /** Base address of the waiting room. */
    URI waitingRoomUrl();

    /** How long a connection may take to come about. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** Calls under way to one service at once; more are refused: a slow service must not take the console along. */
    @WithDefault("64")
    @Min(4)
    @Max(1000)
    int callsAtOnce();

    /** How often a read that found nobody is tried again. */
    @WithDefault("2")
    @Min(0)
    @Max(5)
    int readRetries();

    /** How long a service that failed again and again is left alone before it is asked again. */
    @WithDefault("2s")
    Duration rest();
}
