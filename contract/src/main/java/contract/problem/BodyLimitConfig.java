package contract.problem;

import java.util.Map;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a request's body may be. */
@ConfigMapping(prefix = "contract.body")
public interface BodyLimitConfig {

    /** The most any address takes. More lets one request hold more memory while it is read. */
    @WithDefault("1M")
    MemorySize most();

    /**
     * Addresses that take more, by the beginning of their path. What the server takes at all
     * ({@code quarkus.http.limits.max-body-size}) must be at least the largest of these.
     */
    Map<String, MemorySize> larger();
}
